package org.cartulary.ops.bench;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/** So many clients, each of which sends its next request when the last was answered. */
final class ClosedLoop {

    /** Latencies up to a minute, in microseconds, to three digits. */
    static final long LONGEST_MICROS = Duration.ofMinutes(1).toNanos() / 1_000;

    private ClosedLoop() {}

    /** @param requests that were answered while the clock ran */
    record Measured(long requests, Duration time, Histogram latencyMicros) {

        long perSecond() {
            return requests * 1_000 / Math.max(1, time.toMillis());
        }
    }

    /** @param request one request, by whichever client */
    static Measured run(int clients, Duration warmUp, Duration time, Runnable request) {
        load(clients, warmUp, request);
        return load(clients, time, request);
    }

    private static Measured load(int clients, Duration time, Runnable request) {
        var latency = new ConcurrentHistogram(LONGEST_MICROS, 3);
        var failure = new AtomicReference<RuntimeException>();
        long start = System.nanoTime();
        long end = start + time.toNanos();
        try (var workers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int client = 0; client < clients; client++) workers.submit(() -> send(end, request, latency, failure));
        }
        if (failure.get() != null) throw failure.get();
        var took = Duration.ofNanos(System.nanoTime() - start);
        return new Measured(latency.getTotalCount(), took, latency);
    }

    private static void send(long end, Runnable request, Histogram latency, AtomicReference<RuntimeException> failure) {
        try {
            for (long now = System.nanoTime(); now < end && failure.get() == null; ) {
                request.run();
                long after = System.nanoTime();
                latency.recordValue(Math.min(LONGEST_MICROS, (after - now) / 1_000));
                now = after;
            }
        } catch (RuntimeException failed) {
            failure.compareAndSet(null, failed);
        }
    }
}
