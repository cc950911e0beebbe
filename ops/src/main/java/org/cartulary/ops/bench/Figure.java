package org.cartulary.ops.bench;

import java.util.Locale;
import org.HdrHistogram.Histogram;

/**
 * One row of the table.
 *
 * @param ratioPercent the rate as a percentage of the reference of the same run
 * @param p50Micros latency that half of the requests stayed under, in microseconds
 */
record Figure(
        String load, String way, long perSecond, long ratioPercent, long p50Micros, long p99Micros, long maxMicros) {

    static final String HEADER = """
            | Load | Way | Commands/s | of reference | p50 ms | p99 ms | max ms |
            |---|---|--:|--:|--:|--:|--:|""";

    static Figure of(String load, String way, long perSecond, long reference, Histogram latency) {
        return new Figure(
                load,
                way,
                perSecond,
                perSecond * 100 / Math.max(1, reference),
                latency.getValueAtPercentile(50),
                latency.getValueAtPercentile(99),
                latency.getMaxValue());
    }

    String row() {
        return String.format(
                Locale.ROOT,
                "| %s | %s | %,d | %d %% | %s | %s | %s |",
                load,
                way,
                perSecond,
                ratioPercent,
                millis(p50Micros),
                millis(p99Micros),
                millis(maxMicros));
    }

    private static String millis(long micros) {
        return String.format(Locale.ROOT, "%d.%02d", micros / 1_000, micros % 1_000 / 10);
    }
}
