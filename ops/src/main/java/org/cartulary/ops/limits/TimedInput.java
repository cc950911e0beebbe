package org.cartulary.ops.limits;

import java.io.IOException;
import java.net.SocketTimeoutException;
import org.apache.coyote.ActionCode;
import org.apache.coyote.InputBuffer;
import org.apache.coyote.Request;
import org.apache.tomcat.util.net.ApplicationBufferHandler;

/**
 * The bodies of a connection's requests, which may not come too slowly. Tomcat alone waits for each byte as long as for the one
 * before.
 */
final class TimedInput implements InputBuffer {

    private final Request request;
    private final InputBuffer body;
    private final Speed speed;
    private long begun;

    TimedInput(Request request, ClientProperties limits) {
        this.request = request;
        this.body = request.getInputBuffer();
        this.speed = new Speed(limits);
    }

    @Override
    public int doRead(ApplicationBufferHandler into) throws IOException {
        if (begun != request.getStartTimeNanos()) speed.reset();
        begun = request.getStartTimeNanos();
        long begin = System.nanoTime();
        int more = body.doRead(into);
        if (speed.isTooSlow(System.nanoTime() - begin, more)) throw tooSlow();
        return more;
    }

    /** Nor does Tomcat read the rest then, which it would do for as long as it comes. */
    private SocketTimeoutException tooSlow() {
        request.action(ActionCode.DISABLE_SWALLOW_INPUT, null);
        return new SocketTimeoutException("the body comes too slowly");
    }

    @Override
    public int available() {
        return body.available();
    }
}
