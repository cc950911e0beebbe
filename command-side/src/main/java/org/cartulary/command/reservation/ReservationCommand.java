package org.cartulary.command.reservation;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import org.cartulary.command.kernel.Command;
import org.cartulary.events.MayBeAbsent;
import org.cartulary.events.Shape;
import org.cartulary.events.kernel.CardNumbers;
import org.cartulary.events.kernel.ChannelId;
import org.cartulary.events.kernel.ReservationId;
import org.cartulary.events.reservation.ReservationEvent.Units;
import org.cartulary.events.stock.StockId;

/** What may be asked about promises of units to an owner. */
public sealed interface ReservationCommand extends Command {

    ReservationId reservation();

    /**
     * Units are set aside.
     *
     * @param owner a cart, an order or a customer, as an opaque reference
     * @param allowPartial whether fewer units are welcome where not all are free
     */
    record PlaceReservation(
            ReservationId reservation,
            String owner,
            ChannelId channel,
            List<Units> units,
            Instant expiresAt,
            @MayBeAbsent boolean allowPartial,
            Instant occurredAt)
            implements ReservationCommand {

        public PlaceReservation {
            Shape.present(reservation, "reservation");
            requireOwner(owner);
            Shape.present(channel, "channel");
            units = Shape.someOf(units, 500, "units");
            Shape.present(expiresAt, "expiresAt");
            Shape.present(occurredAt, "occurredAt");
            var named = new HashSet<StockId>();
            for (var unit : units) {
                if (Shape.present(unit.quantity(), "units[].quantity").isZero())
                    throw new IllegalArgumentException("units[].quantity is more than nothing");
                if (!named.add(Shape.present(unit.stock(), "units[].stock")))
                    throw new IllegalArgumentException("units names " + unit.stock() + " twice");
            }
        }
    }

    /** The owner wants more time. */
    record ExtendReservation(ReservationId reservation, String owner, Instant expiresAt, Instant occurredAt)
            implements ReservationCommand {

        public ExtendReservation {
            Shape.present(reservation, "reservation");
            requireOwner(owner);
            Shape.present(expiresAt, "expiresAt");
            Shape.present(occurredAt, "occurredAt");
        }
    }

    /** The owner is paying, and the reservation does not expire meanwhile; once. */
    record StartPayment(ReservationId reservation, String owner, Instant occurredAt) implements ReservationCommand {

        public StartPayment {
            Shape.present(reservation, "reservation");
            requireOwner(owner);
            Shape.present(occurredAt, "occurredAt");
        }
    }

    /** The order stands: the reservation becomes firm. */
    record CommitReservation(ReservationId reservation, String owner, Instant occurredAt)
            implements ReservationCommand {

        public CommitReservation {
            Shape.present(reservation, "reservation");
            requireOwner(owner);
            Shape.present(occurredAt, "occurredAt");
        }
    }

    /** The units are given back. Asked again, it does nothing again. */
    record ReleaseReservation(ReservationId reservation, String owner, String reason, Instant occurredAt)
            implements ReservationCommand {

        public ReleaseReservation {
            Shape.present(reservation, "reservation");
            requireOwner(owner);
            CardNumbers.refuseIn(Shape.text(reason, 256, "reason"), "reason");
            Shape.present(occurredAt, "occurredAt");
        }
    }

    /** The sweeper found that the time has run out. Nothing happens where it has not. */
    record ExpireReservation(ReservationId reservation, Instant occurredAt) implements ReservationCommand {

        public ExpireReservation {
            Shape.present(reservation, "reservation");
            Shape.present(occurredAt, "occurredAt");
        }
    }

    private static void requireOwner(String owner) {
        CardNumbers.refuseIn(Shape.text(owner, 64, "owner"), "owner");
    }
}
