package org.cartulary.ops.bench.loop;

import java.time.Duration;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/**
 * What came of a load.
 *
 * @param calls that were answered while the clock ran
 * @param latencyMicros of each of them; empty where only calls are counted
 */
public record Measured(long calls, Duration time, Histogram latencyMicros) {

    /** Latencies up to a minute, in microseconds, to three digits. */
    private static final long LONGEST_MICROS = Duration.ofMinutes(1).toNanos() / 1_000;

    private static final int DIGITS = 3;

    /** Of calls that were only counted. */
    public static Measured counted(long calls, Duration time) {
        return new Measured(calls, time, new Histogram(LONGEST_MICROS, DIGITS));
    }

    /** Of calls one after the other, each of which took so long. */
    public static Measured of(Iterable<Duration> latencies) {
        var histogram = new Histogram(LONGEST_MICROS, DIGITS);
        var time = Duration.ZERO;
        for (var latency : latencies) {
            record(histogram, latency.toNanos());
            time = time.plus(latency);
        }
        return new Measured(histogram.getTotalCount(), time, histogram);
    }

    public double perSecond() {
        return calls * 1e9 / Math.max(1, time.toNanos());
    }

    static ConcurrentHistogram histogram() {
        return new ConcurrentHistogram(LONGEST_MICROS, DIGITS);
    }

    static void record(Histogram histogram, long nanos) {
        histogram.recordValue(Math.clamp(nanos / 1_000, 0, LONGEST_MICROS));
    }
}
