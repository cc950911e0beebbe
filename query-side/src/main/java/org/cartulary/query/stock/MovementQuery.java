package org.cartulary.query.stock;

import java.sql.SQLException;
import java.util.List;
import org.cartulary.query.kernel.Conditions;
import org.cartulary.query.kernel.Read;
import org.cartulary.query.kernel.Row;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The movements of shelves in the order of their events. */
@Repository
class MovementQuery {

    private static final String COLUMNS = """
            select position, part, location, sku, kind, condition, change, sellable_after, quarantine_after,
                   damaged_after, reserved_after, reference, reason, command, actor, channel, occurred_at, recorded_at
            from stock.movement
            {where}
            """;
    private static final String OLDEST_FIRST = COLUMNS + "order by position, part limit :fetch";
    private static final String NEWEST_FIRST = COLUMNS + "order by position desc, part desc limit :fetch";

    private final JdbcClient database;

    MovementQuery(JdbcClient database) {
        this.database = database;
    }

    List<Movement> movements(String location, String sku, Read read) {
        return conditions(location, sku, read)
                .value("fetch", read.fetch())
                .on(database, read.newestFirst() ? NEWEST_FIRST : OLDEST_FIRST)
                .query(Row.to(MovementQuery::movement))
                .list();
    }

    private static Conditions conditions(String location, String sku, Read read) {
        var conditions = new Conditions()
                .equal("location", location)
                .equal("sku", sku)
                .atSeen(read.sight(), "location = any (:seenLocations)")
                .ofSeen(read.sight(), "(channel is null or channel = any (:seenChannels))")
                .moreThan("position", read.after() > 0 ? read.after() : null);
        if (read.cursor() == null) return conditions;
        return conditions
                .and(
                        read.newestFirst()
                                ? "(position, part) < (:position, :part)"
                                : "(position, part) > (:position, :part)")
                .value("position", read.cursor().number(0))
                .value("part", read.cursor().number(1));
    }

    private static Movement movement(Row row) throws SQLException {
        return new Movement(
                row.number("position"),
                row.count("part"),
                row.text("location"),
                row.text("sku"),
                row.text("kind"),
                row.text("condition"),
                row.decimal("change"),
                new Movement.Balance(
                        row.decimal("sellable_after"),
                        row.decimal("quarantine_after"),
                        row.decimal("damaged_after"),
                        row.decimal("reserved_after")),
                row.text("reference"),
                row.text("reason"),
                row.text("command"),
                row.text("actor"),
                row.text("channel"),
                row.instant("occurred_at"),
                row.instant("recorded_at"));
    }
}
