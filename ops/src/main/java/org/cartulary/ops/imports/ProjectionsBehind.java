package org.cartulary.ops.imports;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/** Waits until every projection holds what the import has recorded. */
final class ProjectionsBehind {

    private static final Duration LOOK_EVERY = Duration.ofMillis(50);

    /** Projections that do not move for so long will not do so by waiting. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final LedgerMark mark;

    ProjectionsBehind(LedgerMark mark) {
        this.mark = mark;
    }

    /** @throws ImportStopped if a projection stands still before that position */
    void await(long position) {
        Map<String, Long> last = Map.of();
        long moved = System.nanoTime();
        while (mark.followed() < position) {
            var now = mark.projections();
            if (!now.equals(last)) moved = System.nanoTime();
            if (System.nanoTime() - moved > PATIENCE.toNanos()) throw standingStill(now, position);
            last = now;
            LockSupport.parkNanos(LOOK_EVERY.toNanos());
        }
    }

    private static ImportStopped standingStill(Map<String, Long> positions, long position) {
        return new ImportStopped("All is recorded up to position " + position + ", but the projections stand still at "
                + positions + ". Run the same command again when they follow: it reconciles then.");
    }
}
