package org.cartulary.command.kernel;

import java.time.Clock;
import java.time.Instant;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;

/**
 * When a decision is taken, by the ledger's clock: one moment for all that a unit of work decides. No state reads a clock, so
 * the shells hand it in with the question. What has run out is judged by it alone, because the clocks of channels differ.
 */
public final class Moment {

    private static final String KEY = Moment.class.getName();

    private Moment() {}

    static Instant begin(Clock clock) {
        return CurrentUnitOfWork.get().root().getOrComputeResource(KEY, none -> clock.instant());
    }

    public static Instant ofDecision() {
        Instant moment = CurrentUnitOfWork.get().root().getResource(KEY);
        if (moment == null) throw new IllegalStateException("nothing is being decided");
        return moment;
    }
}
