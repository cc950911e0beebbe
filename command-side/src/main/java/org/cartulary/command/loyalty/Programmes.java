package org.cartulary.command.loyalty;

import static org.cartulary.command.kernel.CommandRejected.require;

import org.cartulary.command.kernel.CommandRejected;
import org.cartulary.command.kernel.Directory;
import org.cartulary.events.kernel.ProgrammeId;
import org.cartulary.events.loyalty.ProgrammeEvent;

/**
 * The programmes that decisions refer to. They are read without a lock, because all sales of a programme would else wait for
 * each other; terms that are set meanwhile are terms that were set after the sale.
 */
public final class Programmes {

    private final Directory directory;

    public Programmes(Directory directory) {
        this.directory = directory;
    }

    /** @throws CommandRejected with PROGRAMME_UNKNOWN */
    public ProgrammeState known(ProgrammeId programme) {
        var state = directory.folded(
                ProgrammeEvent.streamOf(programme),
                ProgrammeState.NONE,
                (soFar, event) -> soFar.evolve((ProgrammeEvent) event));
        require(state.isKnown(), LoyaltyRejection.PROGRAMME_UNKNOWN, "set terms of programme " + programme + " first");
        return state;
    }
}
