package org.cartulary.events.stock;

import java.time.Instant;
import java.util.List;
import org.cartulary.events.LedgerEvent;
import org.cartulary.events.MayBeAbsent;
import org.cartulary.events.Shape;
import org.cartulary.events.kernel.ChannelId;
import org.cartulary.events.kernel.Quantity;
import org.cartulary.events.kernel.QuantityChange;
import org.cartulary.events.kernel.ReservationId;
import org.cartulary.events.kernel.ReturnId;
import org.cartulary.events.kernel.SaleId;
import org.cartulary.events.kernel.TransferId;

/** What has happened to one SKU at one location. */
public sealed interface StockEvent extends LedgerEvent {

    StockId stock();

    @Override
    default String stream() {
        return stock().toString();
    }

    /** Goods arrived and may be sold. {@code reference} names the delivery. */
    record GoodsReceived(
            StockId stock, Quantity quantity, @MayBeAbsent String reference, Instant occurredAt)
            implements StockEvent {}

    /**
     * The stock of one condition was put right.
     *
     * @param believed the quantity that the caller believed to be there, where the command stated a level
     */
    record StockAdjusted(
            StockId stock,
            Condition condition,
            QuantityChange change,
            @MayBeAbsent Quantity believed,
            String reason,
            Instant occurredAt)
            implements StockEvent {}

    /** Units changed their condition: out of quarantine, or found damaged. */
    record StockReclassified(
            StockId stock, Condition from, Condition to, Quantity quantity, String reason, Instant occurredAt)
            implements StockEvent {}

    /** A channel may not sell or hold the last units; a sale over the counter may. */
    record SafetyStockSet(StockId stock, ChannelId channel, Quantity quantity, Instant occurredAt)
            implements StockEvent {}

    /** Units were set aside for a reservation; nobody else may take them before {@code expiresAt}. */
    record StockHeld(
            StockId stock,
            ReservationId reservation,
            ChannelId channel,
            Quantity quantity,
            Instant expiresAt,
            Instant occurredAt)
            implements StockEvent {}

    /** A hold lives longer. */
    record HoldExtended(StockId stock, ReservationId reservation, Instant expiresAt, Instant occurredAt)
            implements StockEvent {}

    /** A hold is firm: it no longer expires, and ends with a sale or a release. */
    record HoldCommitted(StockId stock, ReservationId reservation, Instant occurredAt) implements StockEvent {}

    /** A hold was given back, and its units are free again. */
    record HoldReleased(StockId stock, ReservationId reservation, Quantity quantity, Instant occurredAt)
            implements StockEvent {}

    /** A hold ran out, and its units are free again; found at the next decision or by the sweeper, whichever is first. */
    record HoldExpired(StockId stock, ReservationId reservation, Quantity quantity, Instant occurredAt)
            implements StockEvent {}

    /**
     * Units left the shelf with a sale.
     *
     * @param quantity all units, those out of holds included
     * @param fromHolds which of them a hold had kept for this sale
     */
    record GoodsSold(
            StockId stock,
            SaleId sale,
            ChannelId channel,
            Quantity quantity,
            List<HeldUnits> fromHolds,
            Instant occurredAt)
            implements StockEvent {

        public GoodsSold {
            fromHolds = Shape.listOf(fromHolds);
        }
    }

    /** Units that a hold had kept. */
    record HeldUnits(ReservationId reservation, Quantity quantity) {}

    /** Units came back from a customer and are on hand again, in the condition that the inspection gave them. */
    record GoodsReturned(StockId stock, ReturnId returnId, Condition condition, Quantity quantity, Instant occurredAt)
            implements StockEvent {}

    /** Units left the shelf with a transfer, and are in transit. */
    record GoodsDispatched(StockId stock, TransferId transfer, Quantity quantity, Instant occurredAt)
            implements StockEvent {}

    /** Units of a transfer reached the shelf: at its destination, or back at its source. */
    record GoodsArrived(StockId stock, TransferId transfer, Condition condition, Quantity quantity, Instant occurredAt)
            implements StockEvent {}

    /** More units arrived with a transfer than had left: they may be sold, and nobody knows yet where they are missing. */
    record GoodsFound(StockId stock, TransferId transfer, Quantity quantity, Instant occurredAt)
            implements StockEvent {}
}
