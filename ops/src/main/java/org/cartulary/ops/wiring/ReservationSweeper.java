package org.cartulary.ops.wiring;

import java.time.Instant;
import org.cartulary.command.reservation.ReservationCommand.ExpireReservation;
import org.cartulary.events.kernel.ReservationId;
import org.cartulary.projection.config.OnProjectionNode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Writes down that reservations have expired. Nobody waits for it: decisions and views count an expired hold as free from
 * the moment on at which its time runs out.
 */
@Component
@OnProjectionNode
class ReservationSweeper {

    private static final String DUE = """
            select reservation, expires_at from reservation.reservation
            where status = 'ACTIVE' and expires_at <= :now
            order by expires_at limit 500
            """;

    private final JdbcClient database;
    private final Sweeping sweeping;

    ReservationSweeper(JdbcClient database, Sweeping sweeping) {
        this.database = database;
        this.sweeping = sweeping;
    }

    @Scheduled(
            fixedDelayString = "${cartulary.reservations.sweep:5s}",
            initialDelayString = "${cartulary.reservations.sweep:5s}")
    void sweep() {
        sweeping.pass("reservations", now -> Due.at(now, DUE, database).forEach(due -> expire(due, now)));
    }

    private void expire(Due due, Instant now) {
        sweeping.send(
                "reservation-sweeper", due.key("expire"), new ExpireReservation(new ReservationId(due.id()), now));
    }
}
