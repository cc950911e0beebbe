package org.cartulary.ops.limits;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;

/** Requests byte for byte, as no client of Java's would send them. */
final class RawHttp {

    private RawHttp() {}

    interface Body {
        void writeTo(OutputStream out) throws IOException;
    }

    /** What comes back for a head that asks to close the connection. */
    static String answer(int port, String head, Body body) throws IOException {
        try (var socket = new Socket("127.0.0.1", port)) {
            var sender = Thread.startVirtualThread(() -> send(socket, head, body));
            var answer = read(socket);
            sender.interrupt();
            return answer;
        }
    }

    private static void send(Socket socket, String head, Body body) {
        try {
            var out = socket.getOutputStream();
            out.write(head.getBytes(StandardCharsets.ISO_8859_1));
            body.writeTo(out);
            out.flush();
        } catch (IOException cut) {
            // The service need not take what it refuses.
        }
    }

    /** All that came until the connection ended, however it did. */
    static String read(Socket socket) throws IOException {
        var all = new ByteArrayOutputStream();
        var some = new byte[8_192];
        try {
            for (int n = socket.getInputStream().read(some);
                    n >= 0;
                    n = socket.getInputStream().read(some)) all.write(some, 0, n);
        } catch (SocketException reset) {
            // It was cut after what has come.
        }
        return all.toString(StandardCharsets.UTF_8);
    }

    /** A head with what every request needs. */
    static String head(String line, String... headers) {
        var head = new StringBuilder(line + " HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n");
        for (var header : headers) head.append(header).append("\r\n");
        return head.append("\r\n").toString();
    }
}
