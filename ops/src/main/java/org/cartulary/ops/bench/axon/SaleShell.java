package org.cartulary.ops.bench.axon;

import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.cartulary.command.sale.SaleState;
import org.cartulary.events.sale.SaleEvent;
import org.cartulary.events.sale.SaleEvent.SaleRecorded;

/** A sale as an aggregate of Axon's; every rule is in {@link SaleState}. */
class SaleShell {

    @AggregateIdentifier
    private String stream;

    private SaleState state = SaleState.NONE;

    SaleShell() {}

    SaleShell(SaleRecorded sale) {
        AggregateLifecycle.apply(sale);
    }

    @EventSourcingHandler
    void on(SaleEvent event) {
        stream = event.stream();
        state = state.evolve(event);
    }
}
