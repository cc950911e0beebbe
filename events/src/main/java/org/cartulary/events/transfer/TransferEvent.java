package org.cartulary.events.transfer;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.cartulary.events.LedgerEvent;
import org.cartulary.events.MayBeAbsent;
import org.cartulary.events.Shape;
import org.cartulary.events.kernel.Quantity;
import org.cartulary.events.kernel.Sku;
import org.cartulary.events.kernel.Sscc;
import org.cartulary.events.kernel.TransferId;

/** What has happened to a transfer. The units themselves leave and reach shelves by events of the shelves. */
public sealed interface TransferEvent extends LedgerEvent {

    TransferId transfer();

    Route route();

    @Override
    default String stream() {
        return streamOf(transfer());
    }

    static String streamOf(TransferId transfer) {
        return "transfer/" + transfer;
    }

    /**
     * Somebody wants goods moved.
     *
     * @param expectedOn the date on which they should arrive
     */
    record TransferRequested(
            TransferId transfer,
            Route route,
            List<TransferLine> lines,
            @MayBeAbsent LocalDate expectedOn,
            String reason,
            Instant occurredAt)
            implements TransferEvent {

        public TransferRequested {
            lines = Shape.listOf(lines);
        }
    }

    /** The goods may be dispatched: these lines, in these quantities. */
    record TransferApproved(TransferId transfer, Route route, List<TransferLine> lines, Instant occurredAt)
            implements TransferEvent {

        public TransferApproved {
            lines = Shape.listOf(lines);
        }
    }

    /**
     * The goods left the source and are in transit.
     *
     * @param lines every line of the request
     * @param sscc the pallet or parcel that holds them
     * @param expectedOn the date on which they should arrive, as last said
     */
    record TransferDispatched(
            TransferId transfer,
            Route route,
            List<DispatchedLine> lines,
            @MayBeAbsent String carrier,
            @MayBeAbsent Sscc sscc,
            @MayBeAbsent LocalDate expectedOn,
            Instant occurredAt)
            implements TransferEvent {

        public TransferDispatched {
            lines = Shape.listOf(lines);
        }
    }

    /**
     * Units of one line that left.
     *
     * @param notSent the rest of what was requested, which this transfer will not move any more
     */
    record DispatchedLine(int number, Sku sku, Quantity quantity, Quantity notSent) {}

    /** Goods arrived at the destination: one receipt of possibly several. */
    record TransferReceived(TransferId transfer, Route route, List<ReceivedLine> lines, Instant occurredAt)
            implements TransferEvent {

        public TransferReceived {
            lines = Shape.listOf(lines);
        }
    }

    /**
     * Units of one line in one receipt.
     *
     * @param quantity units that arrived sound, and may be sold
     * @param damaged units that arrived damaged
     * @param surplus units found beyond all that was dispatched, and may be sold
     */
    record ReceivedLine(int number, Sku sku, Quantity quantity, Quantity damaged, Quantity surplus) {}

    /** Units in transit will not arrive. */
    record UnitsLost(
            TransferId transfer,
            Route route,
            List<TransferLine> lines,
            LossOwner owner,
            @MayBeAbsent String reason,
            Instant occurredAt)
            implements TransferEvent {

        public UnitsLost {
            lines = Shape.listOf(lines);
        }
    }

    /** Units in transit are back at the source, and may be sold there. */
    record UnitsReturned(
            TransferId transfer,
            Route route,
            List<TransferLine> lines,
            @MayBeAbsent String reason,
            Instant occurredAt) implements TransferEvent {

        public UnitsReturned {
            lines = Shape.listOf(lines);
        }
    }

    /**
     * Nothing is in transit any more: every unit is explained.
     *
     * @param lines what became of every line that left
     */
    record TransferClosed(TransferId transfer, Route route, List<LineAccount> lines, Instant occurredAt)
            implements TransferEvent {

        public TransferClosed {
            lines = Shape.listOf(lines);
        }
    }

    /** The goods will not be moved; they had not left yet. */
    record TransferCancelled(
            TransferId transfer, Route route, List<TransferLine> lines, String reason, Instant occurredAt)
            implements TransferEvent {

        public TransferCancelled {
            lines = Shape.listOf(lines);
        }
    }
}
