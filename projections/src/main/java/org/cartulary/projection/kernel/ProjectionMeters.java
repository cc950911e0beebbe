package org.cartulary.projection.kernel;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** What one projection measures of itself: batches, events per second, and by {@link #observe} where it stands. */
final class ProjectionMeters {

    private final MeterRegistry registry;
    private final String projection;
    private final Counter events;
    private final Timer batches;
    private final Rate rate = new Rate();

    ProjectionMeters(MeterRegistry registry, String projection) {
        this.registry = registry;
        this.projection = projection;
        this.events = Counter.builder("cartulary.projection.events")
                .description("Events that were written to the read tables, ignored ones included")
                .tag("projection", projection)
                .register(registry);
        this.batches = Timer.builder("cartulary.projection.batch")
                .description("Time from the first statement of a batch to its commit")
                .tag("projection", projection)
                .register(registry);
    }

    void batch(long count, long nanos) {
        batches.record(nanos, TimeUnit.NANOSECONDS);
        passed(count);
    }

    /** Events that were written, or of which nothing follows. */
    void passed(long count) {
        events.increment(count);
        rate.add(count);
    }

    long eventsPerSecond() {
        return rate.perSecond();
    }

    void observe(Supplier<ProjectionStatus> status) {
        gauge(
                "position",
                "Position of the last event in the read tables",
                () -> status.get().position());
        gauge(
                "lag",
                "Events of the ledger that are not in the read tables yet",
                () -> status.get().lag());
        gauge(
                "failed",
                "1 while the projection stands still, else 0",
                () -> status.get().state() == ProjectionStatus.State.FAILED ? 1 : 0);
    }

    private void gauge(String name, String description, Supplier<Number> value) {
        Gauge.builder("cartulary.projection." + name, value)
                .description(description)
                .tag("projection", projection)
                .register(registry);
    }
}
