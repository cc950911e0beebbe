package org.cartulary.ops.limits;

import java.io.IOException;
import org.apache.coyote.Adapter;
import org.apache.coyote.http11.AbstractHttp11Protocol;
import org.apache.coyote.http11.Http11Processor;
import org.apache.tomcat.util.net.AbstractEndpoint.Handler.SocketState;
import org.apache.tomcat.util.net.SocketWrapperBase;

/** Reads the requests of a connection, and ends it where the headers of one take too long. */
final class TimedProcessor extends Http11Processor {

    private static final long NO_REQUEST = -1;

    private final long longestHeaderNanos;

    TimedProcessor(AbstractHttp11Protocol<?> protocol, Adapter adapter, ClientProperties limits) {
        super(protocol, adapter);
        longestHeaderNanos = limits.header().toNanos();
        request.setInputBuffer(new TimedInput(request, limits));
    }

    /** Called whenever more has come; while headers are not complete, their request has begun before. */
    @Override
    public SocketState service(SocketWrapperBase<?> connection) throws IOException {
        long begun = request.getStartTimeNanos();
        if (begun != NO_REQUEST && System.nanoTime() - begun > longestHeaderNanos) return SocketState.CLOSED;
        return super.service(connection);
    }
}
