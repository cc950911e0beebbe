package org.cartulary.ops.wiring;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.cartulary.command.kernel.Ledger;
import org.cartulary.command.kernel.Sender;
import org.cartulary.command.storedvalue.StoredValueCommand.ExpireStoredValue;
import org.cartulary.events.kernel.ClientId;
import org.cartulary.events.kernel.StoredValueId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Writes down that lots of gift cards and credits have expired, so that what is owed goes down on the day. No decision waits for
 * it: whatever is decided on an account first writes what has expired.
 */
@Component
class StoredValueSweeper {

    private static final Logger LOG = LoggerFactory.getLogger(StoredValueSweeper.class);
    private static final String DUE = """
            select account, expires_at from storedvalue.account
            where expires_at <= :now
            order by expires_at limit 500
            """;

    private record Due(UUID account, Instant expiresAt) {}

    private final JdbcClient database;
    private final Ledger ledger;
    private final Clock clock;

    StoredValueSweeper(JdbcClient database, Ledger ledger, Clock clock) {
        this.database = database;
        this.ledger = ledger;
        this.clock = clock;
    }

    @Scheduled(
            fixedDelayString = "${cartulary.storedvalue.sweep:60s}",
            initialDelayString = "${cartulary.storedvalue.sweep:60s}")
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
            LOG.warn("expired stored value was not written down, which changes no decision: {}", failure.toString());
        }
    }

    /** The key names the expiry: several nodes that sweep write it once. */
    private void expire(Due due, Instant now) {
        var key = "expire-value/" + due.account() + "/" + due.expiresAt().toEpochMilli();
        var sender = new Sender(ClientId.of("ledger"), key, "stored-value-sweeper", null, null, null);
        ledger.submit(sender, new ExpireStoredValue(new StoredValueId(due.account()), now));
    }
}
