package org.cartulary.command.engine;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** What the write path shows of itself. */
final class GroupMetrics {

    /** One append of a group. */
    interface Append {
        Outcome append(Group group) throws SQLException;
    }

    private final DistributionSummary size;
    private final Timer time;
    private final Counter conflicts;
    private final Counter singly;
    private final Counter reconnects;

    GroupMetrics(MeterRegistry registry, Supplier<Number> waiting, Supplier<Number> states) {
        size = DistributionSummary.builder("cartulary.append.group.size")
                .description("Postings that shared one append")
                .register(registry);
        time = Timer.builder("cartulary.append.time")
                .description("From sending a group to its durable commit")
                .register(registry);
        conflicts = counter(registry, "conflicts", "Postings that were decided on a state that had gone on");
        singly = counter(registry, "settled.singly", "Groups that were written member by member");
        reconnects = counter(registry, "reconnects", "Appends that ended without an answer");
        Gauge.builder("cartulary.append.queue.depth", waiting)
                .description("Postings that wait for a group")
                .register(registry);
        Gauge.builder("cartulary.aggregates.ahead", states)
                .description("States in memory whose posting is not yet durable")
                .register(registry);
    }

    private static Counter counter(MeterRegistry registry, String name, String description) {
        return Counter.builder("cartulary.append." + name)
                .description(description)
                .register(registry);
    }

    Outcome timed(Group group, Append append) throws SQLException {
        long start = System.nanoTime();
        var outcome = append.append(group);
        time.record(System.nanoTime() - start, TimeUnit.NANOSECONDS);
        size.record(group.members().size());
        return outcome;
    }

    void conflict() {
        conflicts.increment();
    }

    void settledSingly() {
        singly.increment();
    }

    void reconnected() {
        reconnects.increment();
    }
}
