package org.cartulary.query.feed;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.Semaphore;
import org.cartulary.query.feed.Feed.Reader;
import org.cartulary.query.kernel.At;
import org.cartulary.query.kernel.OnQueryNode;
import org.cartulary.query.kernel.ReadProblem;
import org.cartulary.query.kernel.Refused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** The streams of this node that are open. They end before the server waits for its last answers, which these would never be. */
@Component
@OnQueryNode
class FeedStreams implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(FeedStreams.class);
    private static final int MOST_EVENTS = 256;

    private final Feed feed;
    private final FeedTail tail;
    private final FeedProperties limits;
    private final Semaphore places;
    private final Counter cut;
    private volatile boolean running;

    FeedStreams(Feed feed, FeedTail tail, FeedProperties limits, ObjectProvider<MeterRegistry> registry) {
        this.feed = feed;
        this.tail = tail;
        this.limits = limits;
        this.places = new Semaphore(limits.streams());
        var meters = registry.getIfAvailable(SimpleMeterRegistry::new);
        Gauge.builder("cartulary.feed.streams", () -> limits.streams() - places.availablePermits())
                .description("streams of the feed that are open")
                .register(meters);
        this.cut = Counter.builder("cartulary.feed.cut")
                .description("streams of the feed that were cut because their reader was slow or went away")
                .register(meters);
    }

    /**
     * Writes all that comes behind a position, until the reader goes or the service stops.
     *
     * @throws Refused before anything is written, where all places are taken or the position can't be read from
     */
    void stream(long position, Reader reader, HttpServletResponse response) {
        if (!running || !places.tryAcquire())
            throw new Refused(ReadProblem.STREAMS_OVERLOADED, "Too many streams are open. Ask again, or page by page.");
        tail.enter();
        try {
            var first = feed.after(position, reader, MOST_EVENTS, FeedStream.MOST_BYTES);
            open(position, response);
            follow(first, reader, new FeedStream(response.getOutputStream(), limits));
        } catch (IOException gone) {
            cut.increment();
            LOG.debug("A stream of the feed was cut: {}", gone.toString());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        } finally {
            tail.leave();
            places.release();
        }
    }

    private static void open(long position, HttpServletResponse response) throws IOException {
        response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        // Else a proxy such as nginx gathers what is meant to be seen at once.
        response.setHeader("X-Accel-Buffering", "no");
        response.setHeader(At.HEADER, Long.toString(position));
        response.flushBuffer();
    }

    private void follow(Stretch first, Reader reader, FeedStream stream) throws IOException, InterruptedException {
        stream.begin();
        for (var stretch = first; running; stretch = next(stretch.lookedAt(), reader)) {
            if (stretch == null) return;
            stream.write(stretch);
            if (tail.isEnd(stretch.lookedAt())) tail.await(stretch.lookedAt(), stream.untilHeartbeat());
        }
    }

    /** From the memory that all share, or from the table; null where that fails: the reader comes again from where he is. */
    private Stretch next(long position, Reader reader) {
        try {
            var recent = tail.after(position, FeedStream.MOST_BYTES);
            if (recent == null) return feed.after(position, reader, MOST_EVENTS, FeedStream.MOST_BYTES);
            return feed.select(recent, reader, position);
        } catch (Refused | DataAccessException | TransactionException failure) {
            LOG.info("A stream of the feed ends at position {}: {}", position, failure.getMessage());
            return null;
        }
    }

    @Override
    public void start() {
        running = true;
        tail.start();
    }

    @Override
    public void stop() {
        running = false;
        tail.stop();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** The server's own graceful end has the phase below. */
    @Override
    public int getPhase() {
        return DEFAULT_PHASE;
    }
}
