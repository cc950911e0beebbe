package org.cartulary.command.loyalty;

import java.util.List;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.serialization.Revision;
import org.cartulary.command.kernel.Moment;
import org.cartulary.events.loyalty.LoyaltyEvent;
import org.cartulary.events.loyalty.LoyaltyId;

/** Axon's view of one customer's points. Every rule is in {@link LoyaltyState}. */
@Revision("1")
public class LoyaltyAggregate {

    @AggregateIdentifier
    private String stream;

    private LoyaltyState state = LoyaltyState.NONE;

    LoyaltyAggregate() {}

    public LoyaltyAggregate(LoyaltyId account) {
        stream = account.toString();
    }

    public List<LoyaltyEvent> decide(LoyaltyCommand command, ProgrammeState programme) {
        return state.decide(command, programme, Moment.ofDecision());
    }

    public List<LoyaltyEvent> decide(LoyaltyPart part, ProgrammeState programme) {
        return state.decide(part, programme, Moment.ofDecision());
    }

    /** The tier by which the customer earns now; null without one. */
    public String tier(LoyaltyId account, ProgrammeState programme) {
        return state.tierAt(account, programme, Moment.ofDecision());
    }

    @EventSourcingHandler
    void on(LoyaltyEvent event) {
        stream = event.stream();
        state = state.evolve(event);
    }
}
