package org.cartulary.command.stock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cartulary.command.Examples.*;
import static org.cartulary.command.Rejected.rejected;
import static org.cartulary.command.stock.StockRejection.*;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.cartulary.command.stock.StockCommand.SetSafetyStock;
import org.cartulary.command.stock.StockPart.Hold;
import org.cartulary.command.stock.StockPart.TakeForTransfer;
import org.cartulary.command.stock.StockPart.TakeIn;
import org.cartulary.events.kernel.Quantity;
import org.cartulary.events.kernel.ReservationId;
import org.cartulary.events.kernel.TransferId;
import org.cartulary.events.kernel.Uuid7;
import org.cartulary.events.stock.Condition;
import org.cartulary.events.stock.StockEvent;
import org.cartulary.events.stock.StockEvent.GoodsArrived;
import org.cartulary.events.stock.StockEvent.GoodsDispatched;
import org.cartulary.events.stock.StockEvent.GoodsFound;
import org.cartulary.events.stock.StockEvent.HoldExpired;
import org.cartulary.events.stock.StockId;
import org.junit.jupiter.api.Test;

/** Rule book, "Transfers" and "Stock": what a shelf gives to a transfer and takes from one. */
class ShelfInTransferTest {

    private static final StockId SHELF = lisbon(TEAPOT);
    private static final TransferId TRANSFER = new TransferId(Uuid7.random());
    private static final ReservationId ANNS = reservation();
    private static final Instant LATER = NOON.plus(Duration.ofMinutes(15));

    private StockState shelf = StockState.EMPTY;

    @Test
    void whatIsDispatchedIsNoLongerOnTheShelf() {
        has(5);
        assertThat(does(take(4, NOON))).containsExactly(new GoodsDispatched(SHELF, TRANSFER, units(4), NOON));
        assertThat(shelf.sellable()).isEqualTo(units(1));
        rejected(NOT_ENOUGH_STOCK, () -> shelf.decide(take(2, NOON), NOON));
    }

    @Test
    void aTransferNeverTakesWhatACustomerHolds() {
        has(3);
        does(new Hold(SHELF, ANNS, WEB, units(2), LATER, NOON));
        rejected(NOT_ENOUGH_STOCK, () -> shelf.decide(take(2, NOON), NOON));
        does(take(1, NOON));
    }

    @Test
    void aTransferFindsAnExpiredHoldFree() {
        has(1);
        does(new Hold(SHELF, ANNS, WEB, units(1), LATER, NOON));
        assertThat(does(take(1, LATER), LATER)).hasExactlyElementsOfTypes(HoldExpired.class, GoodsDispatched.class);
    }

    /** As over the counter: whoever dispatches has the goods in hand. */
    @Test
    void aTransferMayTakeSafetyStock() {
        has(3);
        shelf = shelf.evolve(shelf.decide(new SetSafetyStock(SHELF, WEB, units(2), NOON), NOON)
                .getFirst());
        does(take(3, NOON));
    }

    @Test
    void aTransferTakesSellableUnitsOnly() {
        does(takeIn(Map.of(Condition.DAMAGED, units(4)), 0));
        rejected(NOT_ENOUGH_STOCK, () -> shelf.decide(take(1, NOON), NOON));
    }

    @Test
    void whatArrivesIsSellableOrDamagedAndASurplusIsFoundStock() {
        var events = does(takeIn(Map.of(Condition.SELLABLE, units(7), Condition.DAMAGED, units(1)), 2));
        assertThat(events)
                .containsExactly(
                        new GoodsArrived(SHELF, TRANSFER, Condition.SELLABLE, units(7), NOON),
                        new GoodsArrived(SHELF, TRANSFER, Condition.DAMAGED, units(1), NOON),
                        new GoodsFound(SHELF, TRANSFER, units(2), NOON));
        assertThat(shelf.sellable()).isEqualTo(units(9));
        assertThat(shelf.damaged()).isEqualTo(units(1));
    }

    @Test
    void aSurplusAloneReachesTheShelf() {
        assertThat(does(takeIn(Map.of(), 2))).containsExactly(new GoodsFound(SHELF, TRANSFER, units(2), NOON));
    }

    @Test
    void aShelfThatIsFullRefusesTheReceipt() {
        has(Quantity.MAX / 1_000);
        rejected(STOCK_LEVEL_TOO_HIGH, () -> shelf.decide(takeIn(Map.of(Condition.SELLABLE, units(1)), 0), NOON));
    }

    private void has(long units) {
        shelf = shelf.evolve(shelf.decide(receive(SHELF, units(units)), NOON).getFirst());
    }

    private List<StockEvent> does(StockPart part) {
        return does(part, NOON);
    }

    private List<StockEvent> does(StockPart part, Instant now) {
        var events = shelf.decide(part, now);
        for (var event : events) shelf = shelf.evolve(event);
        return events;
    }

    private static TakeForTransfer take(long units, Instant at) {
        return new TakeForTransfer(SHELF, TRANSFER, units(units), at);
    }

    private static TakeIn takeIn(Map<Condition, Quantity> units, long found) {
        return new TakeIn(SHELF, TRANSFER, new TreeMap<>(units), units(found), NOON);
    }
}
