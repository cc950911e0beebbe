package org.cartulary.ops.bench.loop;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.HdrHistogram.Histogram;

/**
 * Calls come at a constant rate, whether the last ones were answered or not, as those of customers do. Latency counts from the
 * moment at which a call was due: where the server stalls, the calls that wait for it are late, and are seen to be.
 */
public final class OpenLoop {

    private final Callers callers = new Callers();
    private final Histogram latency = Measured.histogram();
    private final LongAdder calls = new LongAdder();
    private final AtomicLong tickets = new AtomicLong();
    private final double intervalNanos;
    private final long start = System.nanoTime();
    private final long begin;
    private final long end;

    private OpenLoop(double perSecond, Duration warmUp, Duration time) {
        this.intervalNanos = 1e9 / perSecond;
        this.begin = start + warmUp.toNanos();
        this.end = begin + time.toNanos();
    }

    /** @param count of callers: so many calls are on their way at most, and further ones wait with their clocks running */
    public static Measured run(
            double perSecond, int count, Duration warmUp, Duration time, Supplier<? extends Caller> supplier) {
        var loop = new OpenLoop(perSecond, warmUp, time);
        loop.callers.run(count, supplier, loop::callWhenDue);
        return new Measured(loop.calls.sum(), time, loop.latency);
    }

    private void callWhenDue(Caller caller) {
        long due = next();
        while (due - end < 0 && callers.goOn()) {
            await(due);
            caller.call();
            if (due - begin >= 0) {
                Measured.record(latency, System.nanoTime() - due);
                calls.increment();
            }
            due = next();
        }
    }

    private long next() {
        return start + (long) (tickets.getAndIncrement() * intervalNanos);
    }

    private static void await(long due) {
        for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) LockSupport.parkNanos(left);
    }
}
