package org.cartulary.command.kernel;

import java.time.Instant;

/**
 * When a decision is taken, by the ledger's clock: one moment for all that a unit of work decides. No state reads a clock, so
 * it is handed in with the question. What has run out is judged by it alone, because the clocks of channels differ.
 */
public final class Moment {

    private Moment() {}

    /** @throws IllegalStateException if nothing is being decided */
    public static Instant ofDecision() {
        return Work.current().now();
    }
}
