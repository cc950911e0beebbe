package org.cartulary.projection.kernel;

import java.util.Arrays;

/** Events per second over the last ten seconds. */
final class Rate {

    private static final int SECONDS = 10;

    private final long[] counts = new long[SECONDS];
    private long second = now();

    synchronized void add(long events) {
        forgetOld();
        counts[place(second)] += events;
    }

    synchronized long perSecond() {
        forgetOld();
        return Arrays.stream(counts).sum() / SECONDS;
    }

    private void forgetOld() {
        long now = now();
        for (long next = Math.max(second, now - SECONDS) + 1; next <= now; next++) counts[place(next)] = 0;
        second = now;
    }

    private static int place(long second) {
        return Math.floorMod(second, SECONDS);
    }

    /** Of the clock that is never set back. */
    private static long now() {
        return Math.floorDiv(System.nanoTime(), 1_000_000_000L);
    }
}
