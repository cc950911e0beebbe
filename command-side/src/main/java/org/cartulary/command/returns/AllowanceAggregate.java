package org.cartulary.command.returns;

import java.util.List;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.serialization.Revision;
import org.cartulary.events.kernel.CustomerId;
import org.cartulary.events.returns.ReturnEvent;
import org.cartulary.events.returns.ReturnEvent.AllowanceUsed;

/** Axon's view of what a customer may get without receipts. The rule is in {@link AllowanceState}. */
@Revision("1")
public class AllowanceAggregate {

    @AggregateIdentifier
    private String stream;

    private AllowanceState state = AllowanceState.NONE;

    AllowanceAggregate() {}

    public AllowanceAggregate(CustomerId customer) {
        stream = ReturnEvent.allowanceOf(customer);
    }

    public List<ReturnEvent> decide(AllowanceUsed use, int lookBackDays, long capMinor, boolean capWaived) {
        return state.decide(use, lookBackDays, capMinor, capWaived);
    }

    @EventSourcingHandler
    void on(AllowanceUsed event) {
        stream = event.stream();
        state = state.evolve(event);
    }
}
