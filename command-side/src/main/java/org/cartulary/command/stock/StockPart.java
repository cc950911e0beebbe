package org.cartulary.command.stock;

import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import org.cartulary.events.kernel.ChannelId;
import org.cartulary.events.kernel.Quantity;
import org.cartulary.events.kernel.ReservationId;
import org.cartulary.events.kernel.ReturnId;
import org.cartulary.events.kernel.SaleId;
import org.cartulary.events.kernel.TransferId;
import org.cartulary.events.stock.Condition;
import org.cartulary.events.stock.StockEvent.HeldUnits;
import org.cartulary.events.stock.StockId;

/** A shelf's part in a posting of another capability. */
public sealed interface StockPart {

    StockId stock();

    Instant occurredAt();

    /**
     * Units leave with a sale: all lines of the SKU together.
     *
     * @param fromHolds what the sale may take out of its own holds
     * @param overTheCounter then safety stock may be sold
     */
    record TakeForSale(
            StockId stock,
            SaleId sale,
            ChannelId channel,
            Quantity quantity,
            List<HeldUnits> fromHolds,
            boolean overTheCounter,
            Instant occurredAt)
            implements StockPart {}

    /** Units come back and are on hand again, all of a return's together, each in the condition that it is in. */
    record TakeBack(StockId stock, ReturnId returnId, SortedMap<Condition, Quantity> units, Instant occurredAt)
            implements StockPart {}

    /** Units leave with a transfer: all lines of the SKU together. */
    record TakeForTransfer(StockId stock, TransferId transfer, Quantity quantity, Instant occurredAt)
            implements StockPart {}

    /**
     * Units of a transfer reach the shelf, all of a receipt's together.
     *
     * @param found units beyond all that had left
     */
    record TakeIn(
            StockId stock,
            TransferId transfer,
            SortedMap<Condition, Quantity> units,
            Quantity found,
            Instant occurredAt)
            implements StockPart {}

    /** Units are set aside. */
    record Hold(
            StockId stock,
            ReservationId reservation,
            ChannelId channel,
            Quantity quantity,
            Instant expiresAt,
            Instant occurredAt)
            implements StockPart {}

    record ExtendHold(StockId stock, ReservationId reservation, Instant expiresAt, Instant occurredAt)
            implements StockPart {}

    record CommitHold(StockId stock, ReservationId reservation, Instant occurredAt) implements StockPart {}

    /** Gives back what is left of a hold; nothing happens where nothing is left. */
    record ReleaseHold(StockId stock, ReservationId reservation, Instant occurredAt) implements StockPart {}

    /** Nothing but what has expired by then. */
    record ExpireHolds(StockId stock, Instant occurredAt) implements StockPart {}
}
