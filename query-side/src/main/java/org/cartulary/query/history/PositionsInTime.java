package org.cartulary.query.history;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Between which positions the events of a span of time stand, so that a page of history costs the same wherever it begins.
 * Positions follow commits and times follow clocks, so the two orders differ a little: the bounds are generous by five minutes,
 * which is the most that the clocks of one ledger's nodes may be apart, and the times themselves are compared as well.
 */
@Repository
class PositionsInTime {

    private static final Duration CLOCKS_APART = Duration.ofMinutes(5);

    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

    /** Positions have no hole, so halving finds the place with one look-up per power of two. */
    private static final String HALVING = """
        with recursive search(low, high) as (
            select 0::bigint, coalesce((select max(position) from history.event), 0) + 1
            union all
            select case when early then middle else low end, case when early then high else middle end
            from (select low, high, (low + high) / 2 as middle,
                         (select e.recorded_at < :time from history.event e
                          where e.position = (low + high) / 2) as early
                  from search where high - low > 1) step)
        select max(low) as low, min(high) as high from search\
        """;

    private final JdbcClient database;

    PositionsInTime(JdbcClient database) {
        this.database = database;
    }

    /** A position before every event recorded at this time or later; null for any time. */
    Long before(Instant from) {
        return from == null ? null : search(clamped(from).minus(CLOCKS_APART)).low();
    }

    /** A position after every event recorded before this time; null for any time. */
    Long after(Instant to) {
        return to == null ? null : search(clamped(to).plus(CLOCKS_APART)).high();
    }

    /** Within the years that tables and arithmetic have room for; no event was recorded outside of them. */
    static Instant clamped(Instant time) {
        if (time.isBefore(EARLIEST)) return EARLIEST;
        return time.isAfter(LATEST) ? LATEST : time;
    }

    private record Found(long low, long high) {}

    private Found search(Instant time) {
        return database.sql(HALVING)
                .param("time", OffsetDateTime.ofInstant(time, ZoneOffset.UTC))
                .query((row, number) -> new Found(row.getLong("low"), row.getLong("high")))
                .single();
    }
}
