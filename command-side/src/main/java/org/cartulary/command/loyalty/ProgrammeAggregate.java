package org.cartulary.command.loyalty;

import java.util.List;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.serialization.Revision;
import org.cartulary.events.kernel.ProgrammeId;
import org.cartulary.events.loyalty.ProgrammeEvent;

/** Axon's view of a loyalty programme. Every rule is in {@link ProgrammeState}. */
@Revision("1")
public class ProgrammeAggregate {

    @AggregateIdentifier
    private String stream;

    private ProgrammeState state = ProgrammeState.NONE;

    ProgrammeAggregate() {}

    public ProgrammeAggregate(ProgrammeId programme) {
        stream = ProgrammeEvent.streamOf(programme);
    }

    public List<ProgrammeEvent> decide(ProgrammeCommand command) {
        return state.decide(command);
    }

    @EventSourcingHandler
    void on(ProgrammeEvent event) {
        stream = event.stream();
        state = state.evolve(event);
    }
}
