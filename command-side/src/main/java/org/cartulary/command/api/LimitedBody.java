package org.cartulary.command.api;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A body that ends in a refusal where it is longer than it may be. */
final class LimitedBody extends FilterInputStream {

    private final int most;
    private long read;

    LimitedBody(InputStream body, int most) {
        super(body);
        this.most = most;
    }

    @Override
    public int read() throws IOException {
        return counted(super.read(), 1);
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        int more = super.read(into, from, length);
        return counted(more, more);
    }

    private int counted(int result, int bytes) {
        if (result >= 0) read += bytes;
        if (read > most) throw RequestBodies.tooLarge(most);
        return result;
    }
}
