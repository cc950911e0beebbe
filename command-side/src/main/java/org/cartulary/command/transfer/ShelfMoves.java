package org.cartulary.command.transfer;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.cartulary.command.stock.StockPart;
import org.cartulary.command.stock.StockPart.TakeForTransfer;
import org.cartulary.command.stock.StockPart.TakeIn;
import org.cartulary.events.kernel.LocationId;
import org.cartulary.events.kernel.Quantity;
import org.cartulary.events.kernel.Sku;
import org.cartulary.events.stock.Condition;
import org.cartulary.events.stock.StockId;
import org.cartulary.events.transfer.TransferEvent;
import org.cartulary.events.transfer.TransferEvent.*;

/**
 * What shelves do for a transfer: all lines summed per shelf first, and only then asked for, in a fixed order. A shelf asked
 * twice would find the same expired holds twice.
 */
final class ShelfMoves {

    private final SortedMap<StockId, Quantity> leaving = new TreeMap<>();
    private final SortedMap<StockId, SortedMap<Condition, Quantity>> arriving = new TreeMap<>();
    private final SortedMap<StockId, Quantity> found = new TreeMap<>();

    private ShelfMoves() {}

    /** @param decided by one transfer at one moment */
    static List<StockPart> of(List<TransferEvent> decided) {
        var moves = new ShelfMoves();
        decided.forEach(moves::add);
        return decided.isEmpty() ? List.of() : moves.parts(decided.getFirst());
    }

    private void add(TransferEvent event) {
        switch (event) {
            case TransferDispatched e ->
                e.lines().forEach(line -> add(leaving, shelf(e.route().source(), line.sku()), line.quantity()));
            case TransferReceived e ->
                e.lines().forEach(line -> receive(shelf(e.route().destination(), line.sku()), line));
            case UnitsReturned e ->
                e.lines()
                        .forEach(line ->
                                arrive(shelf(e.route().source(), line.sku()), Condition.SELLABLE, line.quantity()));
            case TransferRequested e -> {}
            case TransferApproved e -> {}
            case UnitsLost e -> {}
            case TransferClosed e -> {}
            case TransferCancelled e -> {}
        }
    }

    private void receive(StockId shelf, ReceivedLine line) {
        arrive(shelf, Condition.SELLABLE, line.quantity());
        arrive(shelf, Condition.DAMAGED, line.damaged());
        add(found, shelf, line.surplus());
        if (!line.surplus().isZero()) arriving.computeIfAbsent(shelf, none -> new TreeMap<>());
    }

    private void arrive(StockId shelf, Condition condition, Quantity quantity) {
        if (!quantity.isZero())
            arriving.computeIfAbsent(shelf, none -> new TreeMap<>()).merge(condition, quantity, Quantity::plus);
    }

    private static void add(SortedMap<StockId, Quantity> sums, StockId shelf, Quantity quantity) {
        if (!quantity.isZero()) sums.merge(shelf, quantity, Quantity::plus);
    }

    private List<StockPart> parts(TransferEvent of) {
        Instant at = of.occurredAt();
        var parts = new ArrayList<StockPart>();
        leaving.forEach((shelf, quantity) -> parts.add(new TakeForTransfer(shelf, of.transfer(), quantity, at)));
        arriving.forEach((shelf, units) ->
                parts.add(new TakeIn(shelf, of.transfer(), units, found.getOrDefault(shelf, Quantity.ZERO), at)));
        return parts;
    }

    private static StockId shelf(LocationId location, Sku sku) {
        return new StockId(location, sku);
    }
}
