package org.cartulary.command.api;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.Callable;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Lets no more commands into the ledger than it can do in a time that callers wait. Whoever finds no place within a moment is
 * sent away before its body is read: that costs next to nothing, so that those who are in keep their speed.
 */
final class Admission {

    /** Of so many commands one batch may be in the ledger. */
    private static final int COMMANDS_PER_BATCH = 64;

    private final AdmissionProperties limits;
    private final Semaphore places;
    private final Semaphore waiting;
    private final Semaphore batches;
    private final Semaphore placesOfBatches;
    private final Counter shed;

    Admission(AdmissionProperties limits, MeterRegistry meters) {
        this.limits = limits;
        this.places = new Semaphore(limits.capacity(), true);
        this.waiting = new Semaphore(limits.capacity());
        this.batches = new Semaphore(atLeastOne(limits.capacity() / COMMANDS_PER_BATCH));
        this.placesOfBatches = new Semaphore(atLeastOne(limits.capacity() / 2));
        this.shed = Counter.builder("cartulary.commands.shed")
                .description("requests that were sent away because too many commands waited")
                .register(meters);
        Gauge.builder("cartulary.commands.inflight", this, Admission::inFlight)
                .description("commands that are in the ledger, those of batches included")
                .register(meters);
    }

    private static int atLeastOne(int number) {
        return Math.max(1, number);
    }

    private int inFlight() {
        return limits.capacity()
                - places.availablePermits()
                + atLeastOne(limits.capacity() / 2)
                - placesOfBatches.availablePermits();
    }

    /**
     * Before a body is read, which nobody shall do in vain; a client that sends it slowly must not hold a place meanwhile.
     *
     * @throws Overloaded where there is no place within {@code cartulary.command.patience}
     */
    void requireRoom() throws InterruptedException {
        take(places);
        places.release();
    }

    /**
     * Does a command's work as soon as there is a place.
     *
     * @throws Overloaded where there is none within {@code cartulary.command.patience}
     */
    <T> T admitted(Callable<T> work) throws Exception {
        take(places);
        try {
            return work.call();
        } finally {
            places.release();
        }
    }

    /** The same for a whole batch, whose commands then take their {@link #turn()}. */
    <T> T admittedBatch(Callable<T> work) throws Exception {
        take(batches);
        try {
            return work.call();
        } finally {
            batches.release();
        }
    }

    /**
     * A place for a command of a batch that was let in: it waits for its turn, and so the batch is read no faster than it is
     * decided. Batches have places of their own, lest they stand in the way of a till.
     */
    void turn() {
        placesOfBatches.acquireUninterruptibly();
    }

    void done() {
        placesOfBatches.release();
    }

    private void take(Semaphore wanted) throws InterruptedException {
        if (wanted.tryAcquire(0, TimeUnit.SECONDS)) return;
        boolean mayWait = waiting.tryAcquire();
        try {
            if (mayWait && wanted.tryAcquire(limits.patience().toNanos(), TimeUnit.NANOSECONDS)) return;
        } finally {
            if (mayWait) waiting.release();
        }
        shed.increment();
        throw new Overloaded();
    }
}
