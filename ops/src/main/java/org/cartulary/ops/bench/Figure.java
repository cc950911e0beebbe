package org.cartulary.ops.bench;

import java.util.Locale;
import org.cartulary.events.MayBeAbsent;
import org.cartulary.ops.bench.loop.Measured;

/**
 * One measurement.
 *
 * @param name of the load, by which others refer to it
 * @param way how it was sent, and by how many
 * @param calls how many were answered while the clock ran
 * @param perSecond absent where how long one takes is all that counts
 * @param p50Micros latency that half of the calls stayed under, in microseconds; absent where it was not measured
 */
record Figure(
        String name,
        String way,
        long calls,
        @MayBeAbsent Double perSecond,
        @MayBeAbsent Long p50Micros,
        @MayBeAbsent Long p99Micros,
        @MayBeAbsent Long maxMicros) {

    static final String HEADER = """
            | Load | Way | per second | p50 ms | p99 ms | max ms |
            |---|---|--:|--:|--:|--:|""";

    private static final String NONE = "–";

    /** @param each of how many things one call consists, such as the commands of a bulk request */
    static Figure of(String name, String way, int each, Measured measured) {
        return of(name, way, measured.calls() * each, Math.rint(measured.perSecond() * each), measured);
    }

    static Figure ofTimes(String name, String way, Measured measured) {
        return of(name, way, measured.calls(), null, measured);
    }

    private static Figure of(String name, String way, long calls, Double perSecond, Measured measured) {
        var latency = measured.latencyMicros();
        boolean timed = latency.getTotalCount() > 0;
        return new Figure(
                name,
                way,
                calls,
                perSecond,
                timed ? latency.getValueAtPercentile(50) : null,
                timed ? latency.getValueAtPercentile(99) : null,
                timed ? latency.getMaxValue() : null);
    }

    String row() {
        var rate = perSecond == null ? NONE : String.format(Locale.ROOT, "%,.0f", perSecond);
        return "| %s | %s | %s | %s | %s | %s |"
                .formatted(name, way, rate, millis(p50Micros), millis(p99Micros), millis(maxMicros));
    }

    private static String millis(Long micros) {
        return micros == null ? NONE : String.format(Locale.ROOT, "%,.2f", micros / 1_000.0);
    }
}
