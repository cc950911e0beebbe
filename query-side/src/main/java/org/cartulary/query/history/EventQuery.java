package org.cartulary.query.history;

import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.cartulary.events.json.CanonicalJson;
import org.cartulary.query.kernel.Conditions;
import org.cartulary.query.kernel.Read;
import org.cartulary.query.kernel.Row;
import org.cartulary.query.kernel.Sight;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.JsonNode;

/**
 * Events by what auditors look for. Every way in is an index that ends with the position, or with the sequence for one
 * stream, so that a page costs the same at the beginning and at the end of a long history.
 */
@Repository
class EventQuery {

    private static final String COLUMNS = """
        select e.position, e.location, e.channel, e.occurred_at, l.event
        """;
    private static final String BY_POSITION = COLUMNS + """
        from history.event e join ledger.event l on l.position = e.position
        {where}
        """;
    private static final String BY_LOCATION = COLUMNS + """
        from history.place p join history.event e on e.position = p.position
                             join ledger.event l on l.position = p.position
        {where}
        """;
    private static final String BY_SKU = COLUMNS + """
        from history.sku k join history.event e on e.position = k.position
                           join ledger.event l on l.position = k.position
        {where}
        """;

    /** An event concerns several locations where goods move between them, of which one is enough. */
    private static final String PLACE_IN_SIGHT = """
        exists (select from history.place s where s.location = any (:seenLocations) and s.position = e.position)""";

    private static final String RECORD = "(select %s from history.command where command = :command)";

    private final JdbcClient database;
    private final PositionsInTime times;

    EventQuery(JdbcClient database, PositionsInTime times) {
        this.database = database;
        this.times = times;
    }

    List<RecordedEvent> events(EventFilter filter, boolean withBytes, Read read) {
        if (filter.stream() != null) return byStream(filter, withBytes, read);
        if (filter.sku() != null) {
            var conditions = concerning(filter, conditions(filter, "k.position", read.sight()));
            return list(
                    conditions.after("k.position", read).equal("k.sku", filter.sku()),
                    BY_SKU,
                    "k.position",
                    withBytes,
                    read);
        }
        var location = filter.location() == null ? read.sight().locations().sole() : filter.location();
        var position = location == null ? "e.position" : "p.position";
        var conditions =
                conditions(filter, position, read.sight()).after(position, read).equal("p.location", location);
        return list(conditions, location == null ? BY_POSITION : BY_LOCATION, position, withBytes, read);
    }

    /** The events at positions from one to another, both included. */
    List<RecordedEvent> between(long first, long last, boolean withBytes, Sight sight) {
        return seen(new Conditions(), sight)
                .atLeast("e.position", first)
                .atMost("e.position", last)
                .on(database, BY_POSITION + "order by e.position")
                .query(Row.to(row -> event(row, withBytes)))
                .list();
    }

    /** The bytes at a position, as they are stored. */
    Optional<byte[]> bytes(long position) {
        return database.sql("select event from ledger.event where position = :position")
                .param("position", position)
                .query((row, number) -> row.getBytes("event"))
                .optional();
    }

    private List<RecordedEvent> byStream(EventFilter filter, boolean withBytes, Read read) {
        var conditions = concerning(filter, conditions(filter, "e.position", read.sight()))
                .equal("l.stream", filter.stream())
                .moreThan("e.position", read.after() > 0 ? read.after() : null);
        if (filter.sku() != null)
            conditions
                    .and("exists (select from history.sku k where k.sku = :sku and k.position = e.position)")
                    .value("sku", filter.sku());
        if (read.cursor() != null && read.newestFirst()) conditions.lessThan("l.sequence", read.numberAfter(1));
        if (read.cursor() != null && !read.newestFirst()) conditions.moreThan("l.sequence", read.numberAfter(1));
        return list(conditions, BY_POSITION, "l.sequence", withBytes, read);
    }

    /** An event may concern several locations, of which its own row names the first. */
    private static Conditions concerning(EventFilter filter, Conditions conditions) {
        return filter.location() == null
                ? conditions
                : conditions
                        .and(
                                "exists (select from history.place p where p.location = :location and p.position = e.position)")
                        .value("location", filter.location());
    }

    private Conditions conditions(EventFilter filter, String position, Sight sight) {
        return seen(caused(filter.command(), position), sight)
                .equal("e.channel", filter.channel())
                .equal("e.actor", filter.actor())
                .equal("e.name", filter.name())
                .atLeast("e.recorded_at", time(filter.from()))
                .lessThan("e.recorded_at", time(filter.to()))
                .moreThan(position, times.before(filter.from()))
                .lessThan(position, times.after(filter.to()));
    }

    private static Conditions seen(Conditions conditions, Sight sight) {
        return conditions.atSeen(sight, PLACE_IN_SIGHT).ofSeen(sight, "e.channel = any (:seenChannels)");
    }

    /** The events of a command stand directly before its record, which is found by its name. */
    private static Conditions caused(String command, String position) {
        if (command == null) return new Conditions();
        return new Conditions()
                .and("e.command = :command")
                .and(position + " between " + RECORD.formatted("position - events") + " and "
                        + RECORD.formatted("position"))
                .value("command", command);
    }

    private List<RecordedEvent> list(
            Conditions conditions, String statement, String order, boolean withBytes, Read read) {
        return conditions
                .value("fetch", read.fetch())
                .on(database, statement + "order by " + order + (read.newestFirst() ? " desc" : "") + " limit :fetch")
                .query(Row.to(row -> event(row, withBytes)))
                .list();
    }

    /** What orders the event, for a cursor. */
    static List<?> key(RecordedEvent event) {
        return List.of(event.position(), event.sequence());
    }

    private static OffsetDateTime time(Instant time) {
        return time == null ? null : OffsetDateTime.ofInstant(PositionsInTime.clamped(time), ZoneOffset.UTC);
    }

    private static RecordedEvent event(Row row, boolean withBytes) throws SQLException {
        var bytes = row.bytes("event");
        var stored = CanonicalJson.MAPPER.readTree(bytes);
        return new RecordedEvent(
                row.number("position"),
                text(stored, "stream"),
                stored.required("sequence").longValue(),
                text(stored, "id"),
                text(stored, "name"),
                stored.required("revision").intValue(),
                Instant.parse(text(stored, "recordedAt")),
                row.instant("occurred_at"),
                row.text("location"),
                row.text("channel"),
                text(stored, "actor"),
                text(stored, "device"),
                text(stored, "command"),
                stored.required("data"),
                withBytes ? RecordedEvent.Stored.of(bytes) : null);
    }

    private static String text(JsonNode stored, String member) {
        var value = stored.get(member);
        return value == null ? null : value.stringValue();
    }
}
