package org.cartulary.query.kernel;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Lets no more reads hold a connection than the pool can spare: the ledger and its projections need theirs. Reads of one row or
 * a few have places of their own, so that no figure over a year stands in the way of a shelf.
 */
@Component
public class ReadPlaces {

    private final QueryProperties limits;
    private final Semaphore brief;
    private final Semaphore any;
    private final Counter shed;

    ReadPlaces(QueryProperties limits, ObjectProvider<MeterRegistry> registry) {
        this.limits = limits;
        this.brief = new Semaphore(limits.capacity(), true);
        this.any = new Semaphore(limits.capacity(), true);
        var meters = registry.getIfAvailable(SimpleMeterRegistry::new);
        this.shed = Counter.builder("cartulary.reads.shed")
                .description("reads that were sent away because too many others were being answered")
                .register(meters);
        gauge("brief", brief, meters);
        gauge("any", any, meters);
    }

    private void gauge(String kind, Semaphore places, MeterRegistry meters) {
        Gauge.builder("cartulary.reads.inflight", () -> limits.capacity() - places.availablePermits())
                .tag("kind", kind)
                .description("reads that hold a connection")
                .register(meters);
    }

    <T> T brief(Supplier<T> read) {
        return within(brief, read);
    }

    <T> T any(Supplier<T> read) {
        return within(any, read);
    }

    private <T> T within(Semaphore places, Supplier<T> read) {
        take(places);
        try {
            return read.get();
        } finally {
            places.release();
        }
    }

    private void take(Semaphore places) {
        try {
            if (places.tryAcquire(limits.patience().toNanos(), TimeUnit.NANOSECONDS)) return;
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
        throw refused();
    }

    /** Whether that happens while a read may still wait for its place. */
    boolean isCalledInTime(CountDownLatch called) throws InterruptedException {
        return called.await(limits.patience().toNanos(), TimeUnit.NANOSECONDS);
    }

    /** What a read is told for which there is no place. */
    Refused refused() {
        shed.increment();
        return new Refused(ReadProblem.READS_OVERLOADED, "Too many reads are being answered. Ask again.");
    }
}
