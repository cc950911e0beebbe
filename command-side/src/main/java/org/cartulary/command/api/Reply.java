package org.cartulary.command.api;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.cartulary.events.json.CanonicalJson;

/**
 * What a request is answered with.
 *
 * @param position of the record; where nothing was recorded, the last that is known here
 * @param replayed whether it had been answered before
 * @param retryAfterSeconds when to ask again; 0 where that is not said
 * @param body JSON
 */
record Reply(int status, long position, boolean replayed, long retryAfterSeconds, byte[] body) {

    static final String JSON = "application/json";
    static final String POSITION = "Ledger-Position";
    private static final String PROBLEM = "application/problem+json";

    static Reply of(int status, long position, Object body) {
        return new Reply(status, position, false, 0, CanonicalJson.write(body));
    }

    Reply after(long seconds) {
        return new Reply(status, position, replayed, seconds, body);
    }

    Reply replayed(boolean before) {
        return new Reply(status, position, before, retryAfterSeconds, body);
    }

    void writeTo(HttpServletResponse response) throws IOException {
        response.setStatus(status);
        response.setContentType(status < 400 ? JSON : PROBLEM);
        response.setHeader(POSITION, Long.toString(position));
        if (replayed) response.setHeader("Idempotency-Replayed", "true");
        if (retryAfterSeconds > 0) response.setHeader("Retry-After", Long.toString(retryAfterSeconds));
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
