package org.cartulary.ops.bench.http;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Reads the answers of one connection. */
final class AnswerReader {

    private final InputStream in;
    private final byte[] buffer = new byte[16 * 1_024];
    private int from;
    private int to;

    AnswerReader(InputStream in) {
        this.in = in;
    }

    Answer read() throws IOException {
        int status = Integer.parseInt(line().substring(9, 12));
        int length = 0;
        int retryAfter = 0;
        boolean chunked = false;
        boolean last = false;
        for (var line = line(); !line.isEmpty(); line = line()) {
            if (isHeader(line, "Content-Length:")) length = number(line);
            else if (isHeader(line, "Retry-After:")) retryAfter = number(line);
            else if (isHeader(line, "Transfer-Encoding:")) chunked = true;
            else if (isHeader(line, "Connection:"))
                last = line.substring(11).strip().equalsIgnoreCase("close");
        }
        return new Answer(status, retryAfter, chunked ? chunks() : exactly(length), last);
    }

    private static int number(String header) {
        return Integer.parseInt(header.substring(header.indexOf(':') + 1).strip());
    }

    private static boolean isHeader(String line, String name) {
        return line.regionMatches(true, 0, name, 0, name.length());
    }

    private byte[] chunks() throws IOException {
        var body = new ByteArrayOutputStream(buffer.length);
        for (int size = chunkSize(); size > 0; size = chunkSize()) {
            body.writeBytes(exactly(size));
            line();
        }
        line();
        return body.toByteArray();
    }

    private int chunkSize() throws IOException {
        return Integer.parseInt(line().strip(), 16);
    }

    private byte[] exactly(int length) throws IOException {
        var bytes = new byte[length];
        for (int done = 0; done < length; ) {
            if (from == to) fill();
            int some = Math.min(to - from, length - done);
            System.arraycopy(buffer, from, bytes, done, some);
            from += some;
            done += some;
        }
        return bytes;
    }

    private String line() throws IOException {
        var begun = "";
        while (true) {
            for (int i = from; i < to; i++)
                if (buffer[i] == '\n') {
                    var line = begun + text(i);
                    from = i + 1;
                    return line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
                }
            begun += text(to);
            fill();
        }
    }

    private String text(int end) {
        return new String(buffer, from, end - from, StandardCharsets.ISO_8859_1);
    }

    private void fill() throws IOException {
        from = 0;
        to = Math.max(0, in.read(buffer));
        if (to == 0) throw new EOFException("the service closed the connection");
    }
}
