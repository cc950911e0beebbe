package org.cartulary.command.stock;

import static org.cartulary.command.Examples.*;
import static org.cartulary.command.stock.StockRejection.*;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.cartulary.command.stock.StockPart.Hold;
import org.cartulary.command.stock.StockPart.TakeForSale;
import org.cartulary.events.kernel.ReservationId;
import org.cartulary.events.kernel.SaleId;
import org.cartulary.events.kernel.Uuid7;
import org.cartulary.events.stock.StockEvent;
import org.cartulary.events.stock.StockEvent.HeldUnits;
import org.cartulary.events.stock.StockId;

/** One shelf of teapots in Lisbon, and what tests ask of it. */
abstract class OneShelf {
    static final StockId SHELF = lisbon(TEAPOT);
    static final SaleId SALE = new SaleId(Uuid7.random());
    static final ReservationId ANNS = reservation();
    static final ReservationId BENS = reservation();
    static final Instant LATER = NOON.plus(Duration.ofMinutes(15));

    StockState shelf = StockState.EMPTY;

    void has(long units) {
        shelf = shelf.evolve(decide(receive(SHELF, units(units))).getFirst());
    }

    /** By a channel whose clock agrees with the ledger's. */
    List<StockEvent> decide(StockPart part) {
        return shelf.decide(part, part.occurredAt());
    }

    List<StockEvent> decide(StockCommand command) {
        return shelf.decide(command, command.occurredAt());
    }

    List<StockEvent> does(StockPart part) {
        return evolved(decide(part));
    }

    List<StockEvent> does(StockCommand command) {
        return evolved(decide(command));
    }

    List<StockEvent> evolved(List<StockEvent> events) {
        for (var event : events) shelf = shelf.evolve(event);
        return events;
    }

    static TakeForSale take(long units, boolean counter, HeldUnits... own) {
        return new TakeForSale(SHELF, SALE, TILL, units(units), List.of(own), counter, NOON);
    }

    static Hold hold(ReservationId reservation, long units, Instant until) {
        return new Hold(SHELF, reservation, WEB, units(units), until, NOON);
    }
}
