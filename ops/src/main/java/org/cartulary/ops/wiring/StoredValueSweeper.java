package org.cartulary.ops.wiring;

import java.time.Instant;
import org.cartulary.command.storedvalue.StoredValueCommand.ExpireStoredValue;
import org.cartulary.events.kernel.StoredValueId;
import org.cartulary.projection.config.OnProjectionNode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Writes down that lots of gift cards and credits have expired, so that what is owed goes down on the day. No decision waits for
 * it: whatever is decided on an account first writes what has expired.
 */
@Component
@OnProjectionNode
class StoredValueSweeper {

    private static final String DUE = """
            select account, expires_at from storedvalue.account
            where expires_at <= :now
            order by expires_at limit 500
            """;

    private final JdbcClient database;
    private final Sweeping sweeping;

    StoredValueSweeper(JdbcClient database, Sweeping sweeping) {
        this.database = database;
        this.sweeping = sweeping;
    }

    @Scheduled(
            fixedDelayString = "${cartulary.storedvalue.sweep:60s}",
            initialDelayString = "${cartulary.storedvalue.sweep:60s}")
    void sweep() {
        sweeping.pass("lots of stored value", now -> Due.at(now, DUE, database).forEach(due -> expire(due, now)));
    }

    private void expire(Due due, Instant now) {
        sweeping.send(
                "stored-value-sweeper",
                due.key("expire-value"),
                new ExpireStoredValue(new StoredValueId(due.id()), now));
    }
}
