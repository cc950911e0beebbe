package org.cartulary.command.loyalty;

import static org.cartulary.command.kernel.CommandRejected.require;

import java.util.function.Function;
import org.cartulary.command.kernel.CommandRejected;
import org.cartulary.command.kernel.Participants;
import org.cartulary.events.kernel.ProgrammeId;

/** The programmes that decisions refer to: where terms are set meanwhile, the decision is taken again. */
public final class Programmes {

    private final Participants<ProgrammeId, ProgrammeState> programmes;

    public Programmes(Participants<ProgrammeId, ProgrammeState> programmes) {
        this.programmes = programmes;
    }

    /** @throws CommandRejected with PROGRAMME_UNKNOWN */
    public ProgrammeState known(ProgrammeId programme) {
        var state = programmes.load(programme).invoke(Function.identity());
        require(state.isKnown(), LoyaltyRejection.PROGRAMME_UNKNOWN, "set terms of programme " + programme + " first");
        return state;
    }
}
