package org.cartulary.ops.bench.loop;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.HdrHistogram.Histogram;

/**
 * More callers than can be served. Each sends its next call when the last was answered; who was sent away comes again after
 * a while, as a client does that was told to. The two kinds of answers are measured each for itself.
 */
public final class CrowdLoop {

    /** One of the crowd, used by one thread at a time. */
    public interface Guest extends AutoCloseable {

        /** Returns when the answer is there: whether it was served, or else sent away. */
        boolean isServed();

        @Override
        default void close() {}
    }

    /** A guest among callers, who know nothing of being sent away. */
    private final class Seat implements Caller {

        private final Guest guest;

        private Seat(Guest guest) {
            this.guest = guest;
        }

        @Override
        public void call() {
            long sent = System.nanoTime();
            boolean isServed = guest.isServed();
            note(isServed ? served : sentAway, sent);
            if (!isServed) pause(longestPause.toNanos());
        }

        @Override
        public void close() {
            guest.close();
        }
    }

    /** What came of both. */
    public record Both(Measured served, Measured sentAway) {}

    private final Callers callers = new Callers();
    private final Histogram served = Measured.histogram();
    private final Histogram sentAway = Measured.histogram();
    private final Duration longestPause;
    private final long begin;
    private final long end;

    private CrowdLoop(Duration longestPause, Duration warmUp, Duration time) {
        this.longestPause = longestPause;
        this.begin = System.nanoTime() + warmUp.toNanos();
        this.end = begin + time.toNanos();
    }

    /** @param longestPause of who was sent away; pauses are spread below it, so that not all come again at once */
    public static Both run(
            int count, Duration longestPause, Duration warmUp, Duration time, Supplier<? extends Guest> guests) {
        var loop = new CrowdLoop(longestPause, warmUp, time);
        loop.callers.run(count, () -> loop.new Seat(guests.get()), loop::callUntilTheEnd);
        return new Both(
                new Measured(loop.served.getTotalCount(), time, loop.served),
                new Measured(loop.sentAway.getTotalCount(), time, loop.sentAway));
    }

    /** They do not all come with one step, as no crowd does: connecting would be all that is measured at first. */
    private void callUntilTheEnd(Caller caller) {
        pause(Math.min(longestPause.toNanos(), Math.max(0, end - System.nanoTime()) / 2));
        while (System.nanoTime() - end < 0 && callers.goOn()) caller.call();
    }

    /** What is answered before the clock runs or after it is not counted. */
    private void note(Histogram latency, long sent) {
        long answered = System.nanoTime();
        if (answered - begin >= 0 && answered - end < 0) Measured.record(latency, answered - sent);
    }

    private static void pause(long longestNanos) {
        LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(longestNanos + 1));
    }
}
