package org.cartulary.ops.bench.axon;

import java.time.Instant;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.cartulary.command.stock.StockCommand;
import org.cartulary.command.stock.StockPart;
import org.cartulary.command.stock.StockState;
import org.cartulary.events.stock.StockEvent;

/** A shelf as an aggregate of Axon's; every rule is in {@link StockState}. */
class ShelfShell {

    @AggregateIdentifier
    private String stream;

    private StockState state = StockState.EMPTY;

    void handle(StockCommand command) {
        state.decide(command, Instant.now()).forEach(AggregateLifecycle::apply);
    }

    void handle(StockPart part) {
        state.decide(part, Instant.now()).forEach(AggregateLifecycle::apply);
    }

    @EventSourcingHandler
    void on(StockEvent event) {
        stream = event.stream();
        state = state.evolve(event);
    }
}
