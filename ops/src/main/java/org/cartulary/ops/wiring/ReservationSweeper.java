package org.cartulary.ops.wiring;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.cartulary.command.kernel.Ledger;
import org.cartulary.command.kernel.Sender;
import org.cartulary.command.reservation.ReservationCommand.ExpireReservation;
import org.cartulary.events.kernel.ClientId;
import org.cartulary.events.kernel.ReservationId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Writes down that reservations have expired. Nobody waits for it: decisions and views count an expired hold as free from
 * the moment on at which its time runs out.
 */
@Component
@EnableScheduling
class ReservationSweeper {

    private static final Logger LOG = LoggerFactory.getLogger(ReservationSweeper.class);
    private static final String DUE = """
            select reservation, expires_at from reservation.reservation
            where status = 'ACTIVE' and expires_at <= :now
            order by expires_at limit 500
            """;

    private record Due(UUID reservation, Instant expiresAt) {}

    private final JdbcClient database;
    private final Ledger ledger;
    private final Clock clock;

    ReservationSweeper(JdbcClient database, Ledger ledger, Clock clock) {
        this.database = database;
        this.ledger = ledger;
        this.clock = clock;
    }

    @Scheduled(
            fixedDelayString = "${cartulary.reservations.sweep:5s}",
            initialDelayString = "${cartulary.reservations.sweep:5s}")
    void sweep() {
        try {
            var now = clock.instant();
            database.sql(DUE)
                    .param("now", now.atOffset(ZoneOffset.UTC))
                    .query((row, n) -> new Due(
                            UUID.fromString(row.getString(1)),
                            row.getTimestamp(2).toInstant()))
                    .list()
                    .forEach(due -> expire(due, now));
        } catch (RuntimeException failure) {
            LOG.warn("expired reservations were not written down, which changes no decision: {}", failure.toString());
        }
    }

    /** The key names the expiry, so that a reservation that was extended meanwhile can expire again. */
    private void expire(Due due, Instant now) {
        var key = "expire/" + due.reservation() + "/" + due.expiresAt().toEpochMilli();
        var sender = new Sender(ClientId.of("ledger"), key, "reservation-sweeper", null, null, null);
        ledger.submit(sender, new ExpireReservation(new ReservationId(due.reservation()), now));
    }
}
