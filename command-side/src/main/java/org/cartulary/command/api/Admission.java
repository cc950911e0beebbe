package org.cartulary.command.api;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.Callable;
import java.util.concurrent.Semaphore;

/**
 * Lets no more commands into the ledger than it can do in a time that callers wait. Whoever finds no place within a moment is
 * sent away before its body is read: that costs next to nothing, so that those who are in keep their speed.
 */
final class Admission {

    /** So many commands are let in at once on the slowest machine: fewer would not fill a group. */
    private static final int FEWEST = 64;

    /** Of so many commands one batch may be in the ledger. */
    private static final int COMMANDS_PER_BATCH = 64;

    private final Places singles;
    private final Places batches;
    private final int most;
    private final Semaphore placesOfBatches;
    private final Counter shed;

    Admission(AdmissionProperties limits, MeterRegistry meters) {
        int capacity = limits.capacity();
        long patience = limits.patience().toNanos();
        int ofBatches = atLeastOne(capacity / COMMANDS_PER_BATCH);
        this.singles = new Places(new Pace(FEWEST, capacity, limits.within()), capacity, patience);
        this.batches = new Places(new Pace(ofBatches, ofBatches, limits.within()), ofBatches, patience);
        this.most = atLeastOne(capacity / 2);
        this.placesOfBatches = new Semaphore(most, true);
        this.shed = Counter.builder("cartulary.commands.shed")
                .description("requests that were sent away because too many commands waited")
                .register(meters);
        Gauge.builder("cartulary.commands.inflight", this, Admission::inFlight)
                .description("commands that are in the ledger, those of batches included")
                .register(meters);
        Gauge.builder("cartulary.commands.places", singles, Places::places)
                .description(
                        "commands that may be in the ledger at once, batches apart, as long as each takes its time")
                .register(meters);
    }

    private static int atLeastOne(int number) {
        return Math.max(1, number);
    }

    private int inFlight() {
        return singles.inside() + most - placesOfBatches.availablePermits();
    }

    /**
     * Before a body is read, which nobody shall do in vain; a client that sends it slowly must not hold a place meanwhile.
     *
     * @throws Overloaded where there is neither a place nor one in the line
     */
    void requireRoom() {
        if (!singles.hasRoom()) throw sentAway();
    }

    /**
     * Does a command's work as soon as there is a place.
     *
     * @throws Overloaded where there is none within {@code cartulary.command.patience}
     */
    <T> T admitted(Callable<T> work) throws Exception {
        return admitted(singles, work);
    }

    /** The same for a whole batch, whose commands then take their turns. */
    <T> T admittedBatch(Callable<T> work) throws Exception {
        return admitted(batches, work);
    }

    private <T> T admitted(Places places, Callable<T> work) throws Exception {
        if (!places.take()) throw sentAway();
        long begin = System.nanoTime();
        try {
            return work.call();
        } finally {
            places.leave(System.nanoTime() - begin);
        }
    }

    private Overloaded sentAway() {
        shed.increment();
        return new Overloaded();
    }

    /**
     * A place for a command of a batch that was let in: it waits for its turn, and so the batch is read no faster than it is
     * decided. Batches have places of their own, lest they stand in the way of a till. The wait has an end, because each
     * command that is in the ledger is answered in time.
     */
    void turn() {
        turn(1);
    }

    void done() {
        done(1);
    }

    /** The same for commands that are one append; more than there are places have all of them. */
    void turn(int commands) {
        placesOfBatches.acquireUninterruptibly(Math.min(commands, most));
    }

    void done(int commands) {
        placesOfBatches.release(Math.min(commands, most));
    }
}
