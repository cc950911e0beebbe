package org.cartulary.ops.bench.http;

import java.nio.charset.StandardCharsets;

/**
 * What the service said.
 *
 * @param retryAfterSeconds 0 where it did not say when to come again
 * @param isLast whether the server closes the connection after it
 */
public record Answer(int status, int retryAfterSeconds, byte[] body, boolean isLast) {

    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** For whoever wanted another one. */
    public IllegalStateException unexpected() {
        return new IllegalStateException(status + ": " + text());
    }
}
