package org.cartulary.command.engine;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.serialization.Revision;
import org.cartulary.events.kernel.ChannelId;
import org.cartulary.events.kernel.Quantity;
import org.cartulary.events.kernel.ReservationId;
import org.cartulary.events.stock.StockEvent;
import org.cartulary.events.stock.StockEvent.GoodsReceived;
import org.cartulary.events.stock.StockEvent.StockHeld;
import org.cartulary.events.stock.StockId;

/** An aggregate as the capabilities have them: private fields, and a state that is a record. */
@Revision("3")
class Shelf {

    record Hold(Quantity quantity, Instant expiresAt, ChannelId channel) {}

    record ShelfState(Quantity sellable, Map<ReservationId, Hold> holds, Instant lastReceived) {

        /** Looks like a property and is none. */
        public boolean isEmpty() {
            return sellable.isZero();
        }

        ShelfState evolve(StockEvent event) {
            if (event instanceof GoodsReceived e)
                return new ShelfState(sellable.plus(e.quantity()), holds, e.occurredAt());
            var held = (StockHeld) event;
            var more = new TreeMap<>(holds);
            more.put(held.reservation(), new Hold(held.quantity(), held.expiresAt(), held.channel()));
            return new ShelfState(sellable, more, lastReceived);
        }
    }

    @AggregateIdentifier
    private StockId id;

    private ShelfState state = new ShelfState(Quantity.ZERO, Map.of(), null);

    Shelf() {}

    void receive(StockId stock, long units) {
        apply(new GoodsReceived(stock, Quantity.of(units), "delivery", Rows.NOON));
    }

    void hold(ReservationId reservation, long units) {
        apply(new StockHeld(
                id, reservation, ChannelId.of("web"), Quantity.of(units), Rows.NOON.plusSeconds(900), Rows.NOON));
    }

    @EventSourcingHandler
    void on(StockEvent event) {
        id = event.stock();
        state = state.evolve(event);
    }

    StockId id() {
        return id;
    }

    ShelfState state() {
        return state;
    }
}
