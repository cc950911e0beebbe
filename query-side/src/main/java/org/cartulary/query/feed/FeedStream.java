package org.cartulary.query.feed;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;

/**
 * Writes server-sent events to one reader. Nothing is kept for him: he who is slow falls behind in the table, and he who takes
 * hardly anything is cut. Each event has its position as its id; where others were passed over, the id alone goes on.
 */
final class FeedStream {

    /** Of events, in one go. */
    static final long MOST_BYTES = 256L << 10;

    private static final byte[] DATA = "data: ".getBytes(UTF_8);
    private static final byte[] END = "\n\n".getBytes(UTF_8);

    private final OutputStream out;
    private final FeedProperties limits;
    private long lastWrite = System.nanoTime();
    private long told = -1;

    FeedStream(OutputStream out, FeedProperties limits) {
        this.out = out;
        this.limits = limits;
    }

    /** A browser that is cut off comes again after a second. */
    void begin() throws IOException {
        out.write("retry: 1000\n\n".getBytes(UTF_8));
        out.flush();
    }

    /** @throws IOException where the reader is gone, or takes too long */
    void write(Stretch stretch) throws IOException {
        long begin = System.nanoTime();
        for (var event : stretch.events()) write(event);
        boolean isSilent = !untilHeartbeat().isPositive();
        if (stretch.events().isEmpty() && !isSilent) return;
        if (told != stretch.lookedAt() || isSilent) passOver(stretch.lookedAt());
        out.flush();
        lastWrite = System.nanoTime();
        if (lastWrite - begin > limits.patience().toNanos())
            throw new IOException(
                    "the reader took " + Duration.ofNanos(lastWrite - begin).toMillis() + " ms");
    }

    /** How long nothing need be said. */
    Duration untilHeartbeat() {
        return limits.heartbeat().minusNanos(System.nanoTime() - lastWrite);
    }

    private void write(FeedEvent event) throws IOException {
        id(event.position());
        out.write(DATA);
        out.write(event.json(limits.source()));
        out.write(END);
    }

    /** An id without data is no event, but it is what a reader comes again with. */
    private void passOver(long position) throws IOException {
        id(position);
        out.write("\n".getBytes(UTF_8));
    }

    private void id(long position) throws IOException {
        told = position;
        out.write(("id: " + position + "\n").getBytes(UTF_8));
    }
}
