package org.cartulary.ops.model;

import java.time.Duration;
import java.util.List;
import org.cartulary.projection.kernel.EventFeed;
import org.cartulary.projection.kernel.Recorded;

/** The ledger as it was at a position, which moves on when the reader has seen enough of it. */
final class Steps implements EventFeed {

    private final EventFeed all;
    private long until;

    Steps(EventFeed all) {
        this.all = all;
    }

    synchronized void moveTo(long position) {
        until = position;
        notifyAll();
    }

    @Override
    public List<Recorded> after(long position, int max, Duration wait) {
        long more = waitFor(position, wait) - position;
        return more <= 0 ? List.of() : all.after(position, (int) Math.min(max, more), wait);
    }

    private synchronized long waitFor(long position, Duration wait) {
        try {
            if (until <= position && wait.isPositive()) wait(Math.max(1, wait.toMillis()));
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
        return until;
    }

    @Override
    public synchronized long head() {
        return until;
    }

    @Override
    public synchronized void nudge() {
        notifyAll();
    }
}
