package org.cartulary.command.stock;

import java.util.List;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.serialization.Revision;
import org.cartulary.command.kernel.Moment;
import org.cartulary.events.stock.StockEvent;
import org.cartulary.events.stock.StockId;

/** Axon's view of a shelf. Every rule is in {@link StockState}. */
@Revision("1")
public class StockAggregate {

    @AggregateIdentifier
    private String stream;

    private StockState state = StockState.EMPTY;

    StockAggregate() {}

    public StockAggregate(StockId stock) {
        stream = stock.toString();
    }

    public List<StockEvent> decide(StockCommand command) {
        return state.decide(command, Moment.ofDecision());
    }

    public List<StockEvent> decide(StockPart part) {
        return state.decide(part, Moment.ofDecision());
    }

    /** How many units a sale or a hold could have at most, out of its own holds and of what is free. */
    public Obtainable obtainable(StockPart.TakeForSale part) {
        return state.obtainable(part, Moment.ofDecision());
    }

    @EventSourcingHandler
    void on(StockEvent event) {
        stream = event.stream();
        state = state.evolve(event);
    }
}
