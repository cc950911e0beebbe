package org.cartulary.command.sale;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.cartulary.command.reservation.ReservationState.Use;
import org.cartulary.command.sale.SaleCommand.RecordSale;
import org.cartulary.command.stock.StockPart.TakeForSale;
import org.cartulary.events.kernel.Quantity;
import org.cartulary.events.kernel.ReservationId;
import org.cartulary.events.reservation.ReservationEvent.Units;
import org.cartulary.events.sale.Handover;
import org.cartulary.events.sale.SaleLine;
import org.cartulary.events.stock.StockEvent.HeldUnits;
import org.cartulary.events.stock.StockId;

/**
 * What a sale takes: the demand of all its lines summed per shelf and per reservation first, and only then asked for, in a
 * fixed order. Two lines of one item are never checked alone.
 */
final class SaleDemand {

    private final RecordSale sale;
    private final SortedMap<StockId, Quantity> byShelf = new TreeMap<>();
    private final SortedMap<ReservationId, SortedMap<StockId, Quantity>> byReservation = new TreeMap<>();

    SaleDemand(RecordSale sale, List<SaleLine> lines) {
        this.sale = sale;
        for (var line : lines) if (line.stock() != null) add(line);
    }

    private void add(SaleLine line) {
        var shelf = new StockId(line.stock(), line.sku());
        byShelf.merge(shelf, line.quantity(), Quantity::plus);
        if (line.reservation() != null)
            byReservation
                    .computeIfAbsent(line.reservation(), none -> new TreeMap<>())
                    .merge(shelf, line.quantity(), Quantity::plus);
    }

    List<TakeForSale> takes() {
        return byShelf.entrySet().stream()
                .map(demand -> take(demand.getKey(), demand.getValue()))
                .toList();
    }

    TakeForSale take(StockId shelf, Quantity quantity) {
        var fromHolds = new ArrayList<HeldUnits>();
        byReservation.forEach((reservation, held) -> {
            if (held.containsKey(shelf)) fromHolds.add(new HeldUnits(reservation, held.get(shelf)));
        });
        boolean counter = sale.handover() == Handover.COUNTER;
        return new TakeForSale(shelf, sale.sale(), sale.channel(), quantity, fromHolds, counter, at());
    }

    List<Use> uses() {
        return byReservation.entrySet().stream()
                .map(use -> new Use(use.getKey(), sale.owner(), sale.sale(), units(use.getValue()), at()))
                .toList();
    }

    private Instant at() {
        return sale.occurredAt();
    }

    private static List<Units> units(SortedMap<StockId, Quantity> held) {
        return held.entrySet().stream()
                .map(units -> new Units(units.getKey(), units.getValue()))
                .toList();
    }
}
