package org.cartulary.command.api;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Places for so many at once, and a line before them. A crowd that comes all at once may wait in a line as long as there is
 * patience for; one that stays finds a line so short that waiting in it costs little, and is sent away before it has waited.
 */
final class Places {

    /** Where so long nobody had to wait, the next who come at once are a new crowd. */
    private static final long QUIET_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

    /** In a lasting crowd the line holds one for so many places. */
    private static final int PLACES_PER_WAITING = 4;

    /** A semaphore that can be made smaller. */
    private static final class Permits extends Semaphore {

        private static final long serialVersionUID = 1;

        Permits(int permits) {
            super(permits, true);
        }

        void change(int by) {
            if (by > 0) release(by);
            else reducePermits(-by);
        }
    }

    private final Pace pace;
    private final Permits free;
    private final long patienceNanos;
    private final int longestLine;
    private final AtomicInteger inside = new AtomicInteger();
    private final AtomicInteger line = new AtomicInteger();
    private final AtomicInteger places;
    private volatile long lastWait = System.nanoTime() - QUIET_NANOS;
    private volatile long crowdedSince;

    /**
     * @param pace says how many places there are
     * @param longestLine so many wait at most, however short
     */
    Places(Pace pace, int longestLine, long patienceNanos) {
        this.pace = pace;
        this.places = new AtomicInteger(pace.places());
        this.free = new Permits(places.get());
        this.longestLine = longestLine;
        this.patienceNanos = patienceNanos;
    }

    int inside() {
        return inside.get();
    }

    int places() {
        return places.get();
    }

    /** Whether somebody who comes now would get a place, or a place in the line. */
    boolean hasRoom() {
        return free.availablePermits() > 0 || line.get() < lineNow();
    }

    /** Whether there was a place in time. */
    boolean take() throws InterruptedException {
        if (!free.tryAcquire(0, TimeUnit.NANOSECONDS) && !waited()) return false;
        inside.incrementAndGet();
        return true;
    }

    private boolean waited() throws InterruptedException {
        noteWait();
        try {
            return line.incrementAndGet() <= lineNow() && free.tryAcquire(patienceNanos, TimeUnit.NANOSECONDS);
        } finally {
            line.decrementAndGet();
            lastWait = System.nanoTime();
        }
    }

    /** Notes may overtake each other; the line is then longer or shorter for a moment. */
    private void noteWait() {
        long now = System.nanoTime();
        if (now - lastWait >= QUIET_NANOS) crowdedSince = now;
        lastWait = now;
    }

    private int lineNow() {
        long now = System.nanoTime();
        boolean isNew = now - lastWait >= QUIET_NANOS || now - crowdedSince < patienceNanos;
        return isNew ? longestLine : Math.min(longestLine, 1 + places.get() / PLACES_PER_WAITING);
    }

    /** @param nanos for which the place was taken */
    void leave(long nanos) {
        inside.decrementAndGet();
        free.release();
        if (pace.note(nanos, line.get() > 0)) {
            int wanted = pace.places();
            free.change(wanted - places.getAndSet(wanted));
        }
    }
}
