package org.cartulary.projection.reservation;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import org.cartulary.events.kernel.ReservationId;
import org.cartulary.events.reservation.ReservationEvent;
import org.cartulary.events.reservation.ReservationEvent.*;
import org.cartulary.projection.kernel.Projection;
import org.cartulary.projection.kernel.Recorded;
import org.cartulary.projection.kernel.Tables;
import org.cartulary.projection.reservation.Reservations.Status;

/** Every reservation with its units, as its events leave it: time passes only through an event. */
public final class ReservationProjection implements Projection {

    @Override
    public String name() {
        return "reservation";
    }

    @Override
    public int revision() {
        return 2;
    }

    @Override
    public boolean needs(String event) {
        return event.startsWith("reservation.");
    }

    @Override
    public void project(List<Recorded> batch, Tables tables) {
        var touched = new LinkedHashSet<ReservationId>();
        for (var recorded : batch) touched.add(((ReservationEvent) recorded.fact()).reservation());
        var fold = new Fold();
        fold.read(touched, tables);
        for (var recorded : batch) fold.apply((ReservationEvent) recorded.fact(), recorded.position());
        fold.write(tables);
    }

    /** One batch in position order. */
    private static final class Fold {

        private final Reservations reservations = new Reservations();
        private final PromisedUnits units = new PromisedUnits();

        void read(LinkedHashSet<ReservationId> touched, Tables tables) {
            reservations.read(touched, tables);
            units.read(touched, tables);
        }

        void apply(ReservationEvent event, long position) {
            switch (event) {
                case ReservationPlaced e -> {
                    reservations.place(e, position);
                    units.place(e);
                }
                case ReservationExtended e -> keepUntil(e, e.expiresAt(), 1, position);
                case PaymentStarted e -> keepUntil(e, e.frozenUntil(), 0, position);
                case ReservationCommitted e -> {
                    keepUntil(e, null, 0, position);
                    become(e, Status.COMMITTED, position);
                }
                case ReservationUsed e -> use(e, position);
                case ReservationReleased e -> become(e, Status.RELEASED, position);
                case ReservationExpired e -> become(e, Status.EXPIRED, position);
            }
        }

        private void keepUntil(ReservationEvent event, Instant expiresAt, int more, long position) {
            var before = reservations.of(event.reservation());
            reservations.put(event.reservation(), before.until(expiresAt, before.extensions() + more, position));
        }

        private void use(ReservationUsed event, long position) {
            units.use(event);
            var status = reservations.of(event.reservation()).status();
            become(event, units.areUsedUp(event.reservation()) ? Status.USED : status, position);
        }

        private void become(ReservationEvent event, Status status, long position) {
            reservations.put(
                    event.reservation(), reservations.of(event.reservation()).become(status, position));
        }

        void write(Tables tables) {
            reservations.write(tables);
            units.write(tables);
        }
    }
}
