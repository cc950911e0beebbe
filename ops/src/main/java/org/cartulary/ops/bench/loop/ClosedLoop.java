package org.cartulary.ops.bench.loop;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import org.HdrHistogram.Histogram;

/** Each caller sends its next call when the last was answered: what the machine can do at most. */
public final class ClosedLoop {

    private final Callers callers = new Callers();
    private final Histogram latency = Measured.histogram();
    private final LongAdder calls = new LongAdder();
    private final long begin;
    private final long end;
    private final AtomicLong last;

    private ClosedLoop(Duration warmUp, Duration time) {
        this.begin = System.nanoTime() + warmUp.toNanos();
        this.end = begin + time.toNanos();
        this.last = new AtomicLong(end);
    }

    /** Warm-up and measurement are one load without a pause: the clock runs from the one to the end of the other. */
    public static Measured run(int count, Duration warmUp, Duration time, Supplier<? extends Caller> supplier) {
        var loop = new ClosedLoop(warmUp, time);
        loop.callers.run(count, supplier, loop::callUntilTheEnd);
        return new Measured(loop.calls.sum(), Duration.ofNanos(loop.last.get() - loop.begin), loop.latency);
    }

    private void callUntilTheEnd(Caller caller) {
        long sent = System.nanoTime();
        while ((sent - end < 0 || calls.sum() == 0) && callers.goOn()) {
            caller.call();
            long answered = System.nanoTime();
            if (answered - begin >= 0) note(sent, answered);
            sent = answered;
        }
    }

    /** What is answered after the end is not counted, unless nothing was before it: a slow call is measured as well. */
    private void note(long sent, long answered) {
        if (answered - end >= 0) {
            if (calls.sum() > 0) return;
            last.accumulateAndGet(answered, Math::max);
        }
        Measured.record(latency, answered - sent);
        calls.increment();
    }
}
