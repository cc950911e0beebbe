package org.cartulary.ops.bench.http;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/**
 * One connection that is kept alive, with one request on its way at a time. It knows just what the service uses: HTTP/1.1, and
 * answers with a length or in chunks.
 */
public final class HttpConnection implements AutoCloseable {

    private final int port;
    private Socket socket;
    private OutputStream out;
    private AnswerReader in;

    /** @param port on loopback */
    public HttpConnection(int port) {
        this.port = port;
    }

    /** The bytes of a request without a body, which can be sent again and again. */
    public static byte[] get(String path) {
        return ("GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n").getBytes(StandardCharsets.US_ASCII);
    }

    /** The bytes of a request with a body of JSON. @param key its idempotency key; absent where it needs none */
    public static byte[] post(String path, String key, byte[] body) {
        var head = "POST " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nContent-Length: "
                + body.length + (key == null ? "" : "\r\nIdempotency-Key: " + key) + "\r\n\r\n";
        var request = new byte[head.length() + body.length];
        System.arraycopy(head.getBytes(StandardCharsets.US_ASCII), 0, request, 0, head.length());
        System.arraycopy(body, 0, request, head.length(), body.length);
        return request;
    }

    /** @throws IllegalStateException with the answer's words if its status is not 200 */
    public byte[] exchange(byte[] request) {
        var answer = ask(request);
        if (answer.status() != 200) throw answer.unexpected();
        return answer.body();
    }

    /** Whatever the answer says. */
    public Answer ask(byte[] request) {
        try {
            if (socket == null) open();
            out.write(request);
            var answer = in.read();
            if (answer.isLast()) close();
            return answer;
        } catch (IOException failure) {
            throw new UncheckedIOException("the service does not answer", failure);
        }
    }

    private void open() throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        out = socket.getOutputStream();
        in = new AnswerReader(socket.getInputStream());
    }

    @Override
    public void close() {
        try {
            if (socket != null) socket.close();
            socket = null;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
