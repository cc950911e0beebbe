package org.cartulary.projection.kernel;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;

/**
 * Reads and parses the next batch while the one before it is written, as long as there is a whole batch to catch up. What
 * fails ahead of time is asked for again in time, and fails there. For one thread.
 */
final class ReadAhead {

    private static final Executor READERS = Executors.newVirtualThreadPerTaskExecutor();

    private record Ahead(long position, int max, CompletableFuture<List<Recorded>> events) {}

    private final EventFeed feed;
    private final Projection projection;
    private Ahead ahead;

    ReadAhead(EventFeed feed, Projection projection) {
        this.feed = feed;
        this.projection = projection;
    }

    /** As {@link EventFeed#after}. */
    List<Recorded> after(long position, int max, Duration wait) {
        var events = isAhead(position, max) ? ahead.events().join() : feed.after(position, max, wait);
        ahead = events.size() == max ? read(events.getLast().position(), max) : null;
        return events;
    }

    private boolean isAhead(long position, int max) {
        return ahead != null
                && ahead.position() == position
                && ahead.max() == max
                && !ahead.events().join().isEmpty();
    }

    private Ahead read(long position, int max) {
        var events = CompletableFuture.supplyAsync(() -> parsed(position, max), READERS);
        return new Ahead(position, max, events.exceptionally(failure -> List.of()));
    }

    private List<Recorded> parsed(long position, int max) {
        var events = feed.after(position, max, Duration.ZERO);
        for (var recorded : events) if (projection.needs(recorded.name())) recorded.parse();
        return events;
    }
}
