package org.cartulary.ops.bench.http;

import java.nio.charset.StandardCharsets;

/**
 * The bytes of requests, which can be sent again and again.
 *
 * @param key of the client that sends them; null where nobody is asked who he is
 */
public record Messages(String key) {

    /** One without a body. */
    public byte[] get(String path) {
        return ("GET " + path + head() + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII);
    }

    /** One with a body of JSON. @param command its idempotency key; absent where it needs none */
    public byte[] post(String path, String command, byte[] body) {
        var head = "POST " + path + head() + "\r\nContent-Type: application/json\r\nContent-Length: " + body.length
                + (command == null ? "" : "\r\nIdempotency-Key: " + command) + "\r\n\r\n";
        var request = new byte[head.length() + body.length];
        System.arraycopy(head.getBytes(StandardCharsets.US_ASCII), 0, request, 0, head.length());
        System.arraycopy(body, 0, request, head.length(), body.length);
        return request;
    }

    private String head() {
        return " HTTP/1.1\r\nHost: 127.0.0.1" + (key == null ? "" : "\r\nAuthorization: Bearer " + key);
    }

    /** Without the key, which is secret. */
    @Override
    public String toString() {
        return "Messages";
    }
}
