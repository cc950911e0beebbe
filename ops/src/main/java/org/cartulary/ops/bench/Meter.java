package org.cartulary.ops.bench;

import java.time.Duration;
import java.util.function.Supplier;
import org.cartulary.ops.bench.loop.Caller;
import org.cartulary.ops.bench.loop.ClosedLoop;
import org.cartulary.ops.bench.loop.OpenLoop;

/** Runs loads, each to the same extent, and notes their figures. */
record Meter(Extent extent, Figures figures) {

    void closed(String name, String way, int count, Supplier<? extends Caller> callers) {
        closed(name, way, count, 1, callers);
    }

    /** @param each of how many things one call consists */
    void closed(String name, String way, int count, int each, Supplier<? extends Caller> callers) {
        var measured = ClosedLoop.run(count, extent.warmUp(), extent.time(), callers);
        figures.add(Figure.of(name, way + ", " + count + " callers", each, measured));
    }

    /** At half of what the closed loop of the same load came to, which is half of the maximum. */
    double half(String closed) {
        return figures.get(closed).perSecond() / 2;
    }

    void open(String name, String way, double perSecond, int count, Supplier<? extends Caller> callers) {
        open(name, way, perSecond, count, extent.time(), callers);
    }

    void open(String name, String way, double perSecond, int count, Duration time, Supplier<? extends Caller> callers) {
        var measured = OpenLoop.run(perSecond, count, extent.warmUp().dividedBy(2), time, callers);
        figures.add(Figure.of(name, "%s, at %,.0f/s".formatted(way, perSecond), 1, measured));
    }
}
