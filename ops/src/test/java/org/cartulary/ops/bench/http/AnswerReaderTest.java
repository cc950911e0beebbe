package org.cartulary.ops.bench.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class AnswerReaderTest {

    @Test
    void anAnswerWithALengthIsFollowedByTheNext() throws Exception {
        var reader = new AnswerReader(bytewise("HTTP/1.1 200 \r\ncontent-length: 2\r\n\r\nokHTTP/1.1 404 \r\n"
                + "Content-Length: 0\r\nConnection: close\r\n\r\n"));

        var first = reader.read();
        var second = reader.read();

        assertThat(first.body()).asString(StandardCharsets.US_ASCII).isEqualTo("ok");
        assertThat(first.isLast()).isFalse();
        assertThat(second.status()).isEqualTo(404);
        assertThat(second.isLast()).isTrue();
    }

    @Test
    void chunksArePutTogether() throws Exception {
        var reader = new AnswerReader(bytewise(
                "HTTP/1.1 200 \r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\nA\r\n0123456789\r\n0\r\n\r\n"));

        assertThat(reader.read().body()).asString(StandardCharsets.US_ASCII).isEqualTo("abc0123456789");
    }

    @Test
    void anAnswerThatBreaksOffIsNone() {
        var reader = new AnswerReader(bytewise("HTTP/1.1 200 \r\nContent-Length: 9\r\n\r\nab"));

        assertThatThrownBy(reader::read).isInstanceOf(EOFException.class);
    }

    /** As slowly as a network may bring it. */
    private static InputStream bytewise(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.US_ASCII)) {
            @Override
            public int read(byte[] buffer) throws IOException {
                return read(buffer, 0, 1);
            }
        };
    }
}
