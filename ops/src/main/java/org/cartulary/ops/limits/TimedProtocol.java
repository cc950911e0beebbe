package org.cartulary.ops.limits;

import org.apache.coyote.Processor;
import org.apache.coyote.http11.Http11NioProtocol;

/** Tomcat's HTTP, which is patient with any client that sends a byte now and then, with an end to its patience. */
public final class TimedProtocol extends Http11NioProtocol {

    private ClientProperties limits;

    /** Tomcat makes it by its name, so that the limits are told afterwards. */
    void limit(ClientProperties of) {
        limits = of;
    }

    @Override
    protected Processor createProcessor() {
        return new TimedProcessor(this, getAdapter(), limits);
    }
}
