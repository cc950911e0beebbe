package org.cartulary.command.transfer;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import org.cartulary.command.kernel.Command;
import org.cartulary.events.MayBeAbsent;
import org.cartulary.events.Shape;
import org.cartulary.events.kernel.CardNumbers;
import org.cartulary.events.kernel.LocationId;
import org.cartulary.events.kernel.Quantity;
import org.cartulary.events.kernel.Sscc;
import org.cartulary.events.kernel.TransferId;
import org.cartulary.events.transfer.LossOwner;
import org.cartulary.events.transfer.Route;
import org.cartulary.events.transfer.TransferLine;

/** What may be asked about goods that move between locations. */
public sealed interface TransferCommand extends Command {

    int MOST_LINES = 500;

    TransferId transfer();

    /**
     * Goods shall be moved. Nothing leaves a shelf yet, and nothing is kept for it.
     *
     * @param expectedOn the date on which they should arrive
     */
    record RequestTransfer(
            TransferId transfer,
            LocationId source,
            LocationId destination,
            List<TransferLine> lines,
            @MayBeAbsent LocalDate expectedOn,
            String reason,
            Instant occurredAt)
            implements TransferCommand {

        public RequestTransfer {
            Shape.present(transfer, "transfer");
            Shape.present(new Route(source, destination), "route");
            lines = Shape.someOf(lines, MOST_LINES, "lines");
            for (var line : lines) {
                Shape.present(line.sku(), "lines[].sku");
                requireSome(line.quantity(), "lines[].quantity");
            }
            for (int i = 0; i < lines.size(); i++)
                if (lines.get(i).number() != i + 1)
                    throw new IllegalArgumentException("lines[].number counts 1, 2, 3, …");
            requireDate(expectedOn);
            requireReason(reason);
            Shape.present(occurredAt, "occurredAt");
        }

        Route route() {
            return new Route(source, destination);
        }
    }

    /** Somebody who may agrees that the goods are moved. */
    record ApproveTransfer(TransferId transfer, Instant occurredAt) implements TransferCommand {

        public ApproveTransfer {
            Shape.present(transfer, "transfer");
            Shape.present(occurredAt, "occurredAt");
        }
    }

    /**
     * The goods leave the source, once. What was requested and is not sent is not moved any more by this transfer.
     *
     * @param lines those that leave, in quantities of at most what was requested
     * @param sscc the pallet or parcel that holds them
     * @param expectedOn the date on which they should arrive; what the request said where absent
     */
    record DispatchTransfer(
            TransferId transfer,
            List<Sent> lines,
            @MayBeAbsent String carrier,
            @MayBeAbsent Sscc sscc,
            @MayBeAbsent LocalDate expectedOn,
            Instant occurredAt)
            implements TransferCommand {

        public DispatchTransfer {
            Shape.present(transfer, "transfer");
            lines = Shape.someOf(lines, MOST_LINES, "lines");
            requireOnce(lines.stream().mapToInt(Sent::number));
            CardNumbers.refuseIn(Shape.optionalText(carrier, 64, "carrier"), "carrier");
            requireDate(expectedOn);
            Shape.present(occurredAt, "occurredAt");
        }
    }

    /** Units of one line of the request. */
    record Sent(int number, Quantity quantity) {

        public Sent {
            requireSome(quantity, "lines[].quantity");
        }
    }

    /**
     * Goods arrive, all of them or a part; also the finding that some are lost or went back. When the last unit is explained
     * the transfer is closed. A surplus may still turn up later.
     *
     * @param lossOwner who bears what is lost; needed where a line says that units are
     * @param reason why units are lost or went back
     */
    record ReceiveTransfer(
            TransferId transfer,
            List<Arrived> lines,
            @MayBeAbsent LossOwner lossOwner,
            @MayBeAbsent String reason,
            Instant occurredAt)
            implements TransferCommand {

        public ReceiveTransfer {
            Shape.present(transfer, "transfer");
            lines = Shape.someOf(lines, MOST_LINES, "lines");
            requireOnce(lines.stream().mapToInt(Arrived::number));
            CardNumbers.refuseIn(Shape.optionalText(reason, 256, "reason"), "reason");
            Shape.present(occurredAt, "occurredAt");
        }
    }

    /**
     * What became of units of one line; a quantity that is absent is nothing.
     *
     * @param received units that are sound, and may be sold at the destination
     * @param damaged units that arrived damaged
     * @param lost units that will not arrive
     * @param returned units that are back at the source, and may be sold there
     * @param surplus units found beyond all that was dispatched, and may be sold at the destination
     */
    record Arrived(
            int number,
            @MayBeAbsent Quantity received,
            @MayBeAbsent Quantity damaged,
            @MayBeAbsent Quantity lost,
            @MayBeAbsent Quantity returned,
            @MayBeAbsent Quantity surplus) {

        public Arrived {
            received = orNothing(received);
            damaged = orNothing(damaged);
            lost = orNothing(lost);
            returned = orNothing(returned);
            surplus = orNothing(surplus);
            if (received.isZero() && damaged.isZero() && lost.isZero() && returned.isZero() && surplus.isZero())
                throw new IllegalArgumentException("lines[].received is missing, and nothing else is said of the line");
        }

        /** All but the surplus: what is no longer in transit. */
        Quantity explained() {
            return received.plus(damaged).plus(lost).plus(returned);
        }

        List<Quantity> quantities() {
            return List.of(received, damaged, lost, returned, surplus);
        }
    }

    /**
     * Nothing more will arrive: whatever is still in transit is lost, or is back at the source.
     *
     * @param lossOwner who bears the loss; absent where the units are back
     * @param returned whether the units are back at the source
     */
    record CloseTransfer(
            TransferId transfer,
            @MayBeAbsent LossOwner lossOwner,
            @MayBeAbsent boolean returned,
            String reason,
            Instant occurredAt)
            implements TransferCommand {

        public CloseTransfer {
            Shape.present(transfer, "transfer");
            if (returned && lossOwner != null)
                throw new IllegalArgumentException("lossOwner is absent where the units are back at the source");
            requireReason(reason);
            Shape.present(occurredAt, "occurredAt");
        }
    }

    /** The goods are not moved after all; only before they leave. */
    record CancelTransfer(TransferId transfer, String reason, Instant occurredAt) implements TransferCommand {

        public CancelTransfer {
            Shape.present(transfer, "transfer");
            requireReason(reason);
            Shape.present(occurredAt, "occurredAt");
        }
    }

    /** No table reaches beyond years with four digits. */
    private static void requireDate(LocalDate expectedOn) {
        if (expectedOn != null && (expectedOn.getYear() < 1 || expectedOn.getYear() > 9999))
            throw new IllegalArgumentException("expectedOn has a year of four digits");
    }

    private static Quantity orNothing(Quantity quantity) {
        return quantity == null ? Quantity.ZERO : quantity;
    }

    private static void requireSome(Quantity quantity, String name) {
        if (Shape.present(quantity, name).isZero()) throw new IllegalArgumentException(name + " is more than nothing");
    }

    private static void requireReason(String reason) {
        CardNumbers.refuseIn(Shape.text(reason, 256, "reason"), "reason");
    }

    private static void requireOnce(IntStream numbers) {
        var named = new HashSet<Integer>();
        numbers.forEach(number -> {
            if (!named.add(number)) throw new IllegalArgumentException("lines names line " + number + " twice");
        });
    }
}
