package org.cartulary.ops.bench.http;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;

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
