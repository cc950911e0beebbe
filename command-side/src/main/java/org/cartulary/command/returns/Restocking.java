package org.cartulary.command.returns;

import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.cartulary.command.kernel.Moment;
import org.cartulary.command.kernel.Participants;
import org.cartulary.command.kernel.Posting;
import org.cartulary.command.stock.StockPart.TakeBack;
import org.cartulary.command.stock.StockState;
import org.cartulary.events.kernel.LocationId;
import org.cartulary.events.kernel.Quantity;
import org.cartulary.events.kernel.ReturnId;
import org.cartulary.events.returns.Disposition;
import org.cartulary.events.returns.ReturnLine;
import org.cartulary.events.stock.Condition;
import org.cartulary.events.stock.StockId;

/** Brings returned goods to the shelves of the place that received them, each unit in the condition that its disposition says. */
public final class Restocking {

    private final Participants<StockId, StockState> shelves;

    public Restocking(Participants<StockId, StockState> shelves) {
        this.shelves = shelves;
    }

    /** Asks each shelf once: asked twice, it would find the same expired holds twice. */
    void ask(Posting posting, ReturnId returnId, List<ReturnLine> lines, Instant occurredAt) {
        var byShelf = new TreeMap<StockId, SortedMap<Condition, Quantity>>();
        for (var line : lines)
            if (line.stock() != null)
                byShelf.computeIfAbsent(new StockId(line.stock(), line.sku()), none -> new TreeMap<>())
                        .merge(condition(line.disposition()), line.quantity(), Quantity::plus);
        byShelf.forEach((stock, units) -> posting.ask(
                shelves.load(stock),
                shelf -> shelf.decide(new TakeBack(stock, returnId, units, occurredAt), Moment.ofDecision())));
    }

    /** Where units with this disposition are on hand; nowhere if they go to the vendor or are destroyed. */
    static LocationId place(LocationId location, Disposition disposition) {
        return condition(disposition) == null ? null : location;
    }

    private static Condition condition(Disposition disposition) {
        return switch (disposition) {
            case RESTOCK -> Condition.SELLABLE;
            case QUARANTINE -> Condition.QUARANTINE;
            case DAMAGED -> Condition.DAMAGED;
            case VENDOR, DESTROY -> null;
        };
    }
}
