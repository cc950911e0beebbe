package org.cartulary.command.api;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;

/**
 * How many may be in the ledger at once, so that each is out of it in the time that is wanted. More than it can work on only
 * wait in there for each other: the time grows with their number, and nothing else does. So the number follows the time.
 */
final class Pace {

    private static final long LOOK_EVERY_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    /** Fewer say too little. */
    private static final long FEWEST_NOTES = 16;

    private static final double LARGEST_STEP = 1.25;

    private final int fewest;
    private final int most;
    private final double wantedNanos;
    private final LongAdder nanos = new LongAdder();
    private final LongAdder notes = new LongAdder();
    private final AtomicBoolean looking = new AtomicBoolean();
    private volatile boolean crowded;
    private volatile long lastLook = System.nanoTime();
    private volatile int places;

    /** @param fewest places, however long it takes; there are as many at first */
    Pace(int fewest, int most, Duration wanted) {
        this.fewest = Math.min(fewest, most);
        this.most = most;
        this.wantedNanos = wanted.toNanos();
        this.places = this.fewest;
    }

    int places() {
        return places;
    }

    /**
     * One has left.
     *
     * @param took how long it was in there
     * @param isCrowded whether somebody waits for its place
     * @return whether the number of places has been looked at
     */
    boolean note(long took, boolean isCrowded) {
        nanos.add(took);
        notes.increment();
        if (isCrowded) crowded = true;
        if (System.nanoTime() - lastLook < LOOK_EVERY_NANOS || !looking.compareAndSet(false, true)) return false;
        try {
            return look();
        } finally {
            looking.set(false);
        }
    }

    private boolean look() {
        lastLook = System.nanoTime();
        if (notes.sum() < FEWEST_NOTES) return false;
        double mean = (double) nanos.sumThenReset() / notes.sumThenReset();
        double step = Math.clamp(wantedNanos / mean, 1 / LARGEST_STEP, LARGEST_STEP);
        // Where nobody waits for them, there are enough, whatever the time is.
        if (step < 1 || crowded) places = (int) Math.clamp(Math.round(places * step), fewest, most);
        crowded = false;
        return true;
    }
}
