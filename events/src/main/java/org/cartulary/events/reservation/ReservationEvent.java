package org.cartulary.events.reservation;

import java.time.Instant;
import java.util.List;
import org.cartulary.events.LedgerEvent;
import org.cartulary.events.Shape;
import org.cartulary.events.kernel.ChannelId;
import org.cartulary.events.kernel.Quantity;
import org.cartulary.events.kernel.ReservationId;
import org.cartulary.events.kernel.SaleId;
import org.cartulary.events.stock.StockId;

/** What has happened to a reservation: the promise to its owner. The units themselves are held by the shelves. */
public sealed interface ReservationEvent extends LedgerEvent {

    ReservationId reservation();

    @Override
    default String stream() {
        return streamOf(reservation());
    }

    static String streamOf(ReservationId reservation) {
        return "reservation/" + reservation;
    }

    /** Units of one shelf. */
    record Units(StockId stock, Quantity quantity) {}

    /**
     * An owner has units until the reservation expires.
     *
     * @param owner a cart, an order or a customer, as an opaque reference
     * @param policy the limits in force
     */
    record ReservationPlaced(
            ReservationId reservation,
            String owner,
            ChannelId channel,
            List<Units> units,
            Instant expiresAt,
            ReservationPolicy policy,
            Instant occurredAt)
            implements ReservationEvent {

        public ReservationPlaced {
            units = Shape.listOf(units);
        }
    }

    /** The owner got more time. */
    record ReservationExtended(ReservationId reservation, Instant expiresAt, Instant occurredAt)
            implements ReservationEvent {}

    /** The owner is paying: the reservation does not expire before {@code frozenUntil}. */
    record PaymentStarted(ReservationId reservation, Instant frozenUntil, Instant occurredAt)
            implements ReservationEvent {}

    /** The reservation is firm: it no longer expires. */
    record ReservationCommitted(ReservationId reservation, Instant occurredAt) implements ReservationEvent {}

    /** A sale took units of the reservation. */
    record ReservationUsed(ReservationId reservation, SaleId sale, List<Units> units, Instant occurredAt)
            implements ReservationEvent {

        public ReservationUsed {
            units = Shape.listOf(units);
        }
    }

    /** The units left in it were given back. */
    record ReservationReleased(ReservationId reservation, String reason, Instant occurredAt)
            implements ReservationEvent {}

    /** The time ran out. */
    record ReservationExpired(ReservationId reservation, Instant occurredAt) implements ReservationEvent {}
}
