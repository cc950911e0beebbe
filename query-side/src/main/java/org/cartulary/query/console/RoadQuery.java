package org.cartulary.query.console;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.cartulary.query.kernel.Conditions;
import org.cartulary.query.kernel.Row;
import org.cartulary.query.kernel.Sight;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What has left one location and has not reached another, the oldest first. */
@Component
class RoadQuery {

    private static final String LOADS = """
            select t.transfer, t.source, t.destination, t.dispatched_at,
                   (select string_agg(trim_scale(l.in_transit) || ' × ' || l.sku, ', ' order by l.number)
                    from transfer.line l where l.transfer = t.transfer and l.in_transit > 0) as units
            from transfer.transfer t
            {where}
            order by t.transfer limit :count""";

    private final JdbcClient database;
    private final Clock clock;

    RoadQuery(JdbcClient database, ObjectProvider<Clock> clocks) {
        this.database = database;
        this.clock = clocks.getIfAvailable(Clock::systemUTC);
    }

    List<Overview.Load> loads(int count, Sight sight) {
        var now = clock.instant();
        return new Conditions()
                .and("t.status in ('REQUESTED', 'APPROVED', 'DISPATCHED') and t.dispatched_at is not null")
                .atSeen(sight, "(t.source = any (:seenLocations) or t.destination = any (:seenLocations))")
                .value("count", count)
                .on(database, LOADS)
                .query(Row.to(row -> load(row, now)))
                .list();
    }

    private static Overview.Load load(Row row, Instant now) throws SQLException {
        return new Overview.Load(
                row.text("transfer"),
                row.text("source"),
                row.text("destination"),
                row.text("units"),
                age(Duration.between(row.instant("dispatched_at"), now)));
    }

    private static String age(Duration age) {
        return age.toDays() > 0 ? age.toDays() + " d" : Math.max(0, age.toHours()) + " h";
    }
}
