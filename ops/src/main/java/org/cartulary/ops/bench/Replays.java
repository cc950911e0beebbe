package org.cartulary.ops.bench;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.cartulary.ops.bench.loop.Measured;
import org.cartulary.projection.kernel.ProjectionAdmin;
import org.cartulary.projection.kernel.ProjectionStatus;

/** How fast one projection is made anew out of the ledger, alone: events that it read, whether it needed them or not. */
final class Replays {

    static final String STOCK = "replay-stock";
    static final String TRADE = "replay-trade";
    static final String HISTORY = "replay-history";

    private static final String PREFIX = "replay-";
    /** To ask is some work for the database, which it shall not be busy with. */
    private static final Duration POLL = Duration.ofMillis(100);

    private final ProjectionAdmin projections;

    Replays(ProjectionAdmin projections) {
        this.projections = projections;
    }

    /**
     * All of the ledger, or what is done of it when the time is over; the rest is waited for, so that it disturbs nobody.
     *
     * @param load the projection's name after the prefix
     */
    Measured run(String load, Duration longest) {
        var name = load.substring(PREFIX.length());
        long begin = System.nanoTime();
        var status = projections.rebuild(name);
        Measured measured = null;
        while (status.rebuild() != null) {
            var time = Duration.ofNanos(System.nanoTime() - begin);
            if (measured == null && time.compareTo(longest) > 0)
                measured = Measured.counted(status.rebuild().position(), time);
            LockSupport.parkNanos(POLL.toNanos());
            status = status(name);
        }
        if (status.error() != null) throw new IllegalStateException(name + ": " + status.error());
        return measured == null
                ? Measured.counted(status.head(), Duration.ofNanos(System.nanoTime() - begin))
                : measured;
    }

    private ProjectionStatus status(String name) {
        return projections.statuses().stream()
                .filter(status -> status.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
