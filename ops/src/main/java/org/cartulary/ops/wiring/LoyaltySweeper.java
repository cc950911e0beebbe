package org.cartulary.ops.wiring;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.cartulary.command.loyalty.LoyaltyCommand.ReviewLoyaltyAccount;
import org.cartulary.events.kernel.CustomerId;
import org.cartulary.events.kernel.ProgrammeId;
import org.cartulary.events.loyalty.LoyaltyId;
import org.cartulary.projection.config.OnProjectionNode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Writes down that points have expired and that tiers have ended, soon after the local midnight that did it. Nobody waits for
 * it: decisions and views judge by the date alone.
 */
@Component
@OnProjectionNode
class LoyaltySweeper {

    private static final String PROGRAMMES = "select distinct programme, zone from loyalty.terms";

    private static final String DUE = """
            select customer from loyalty.lot
            where programme = :programme and points > 0 and expires_on < :today
            union
            select customer from loyalty.account
            where programme = :programme and tier_until < :today
            order by customer limit 500
            """;

    private record Programme(ProgrammeId id, ZoneId zone) {}

    private final JdbcClient database;
    private final Sweeping sweeping;

    LoyaltySweeper(JdbcClient database, Sweeping sweeping) {
        this.database = database;
        this.sweeping = sweeping;
    }

    @Scheduled(
            fixedDelayString = "${cartulary.loyalty.sweep:60s}",
            initialDelayString = "${cartulary.loyalty.sweep:60s}")
    void sweep() {
        sweeping.pass(
                "points",
                now -> database.sql(PROGRAMMES)
                        .query((row, n) -> new Programme(ProgrammeId.of(row.getString(1)), ZoneId.of(row.getString(2))))
                        .list()
                        .forEach(programme -> sweep(programme, now)));
    }

    private void sweep(Programme programme, Instant now) {
        var today = now.atZone(programme.zone()).toLocalDate();
        database.sql(DUE)
                .param("programme", programme.id().value())
                .param("today", today)
                .query((row, n) -> CustomerId.of(row.getString(1)))
                .list()
                .forEach(customer -> review(programme.id(), customer, today, now));
    }

    /** The key names the day, so that one account is reviewed once a day, and every midnight is found by some day. */
    private void review(ProgrammeId programme, CustomerId customer, LocalDate today, Instant now) {
        var account = new LoyaltyId(programme, customer).toString().getBytes(StandardCharsets.UTF_8);
        var key = "review/" + today + "/" + inLetters(UUID.nameUUIDFromBytes(account));
        sweeping.send("loyalty-sweeper", key, new ReviewLoyaltyAccount(programme, customer, now));
    }

    /** A key is short, has no spaces and must never look like a card number; names of accounts may. */
    private static String inLetters(UUID id) {
        return id.toString()
                .replace("-", "")
                .chars()
                .map(digit -> 'a' + Character.digit(digit, 16))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
