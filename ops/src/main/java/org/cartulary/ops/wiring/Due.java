package org.cartulary.ops.wiring;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Something that has run out. */
record Due(UUID id, Instant expiresAt) {

    /** @param query gives an id and a moment for each, of those that run out at {@code :now} or before */
    static List<Due> at(Instant now, String query, JdbcClient database) {
        return database.sql(query)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, n) -> new Due(
                        UUID.fromString(row.getString(1)), row.getTimestamp(2).toInstant()))
                .list();
    }

    /** Names this expiry: whatever is extended meanwhile can run out again, and nodes that sweep beside each other write it once. */
    String key(String prefix) {
        return prefix + "/" + id + "/" + expiresAt.toEpochMilli();
    }
}
