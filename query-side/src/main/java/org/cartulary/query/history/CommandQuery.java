package org.cartulary.query.history;

import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.cartulary.query.kernel.Conditions;
import org.cartulary.query.kernel.Read;
import org.cartulary.query.kernel.Row;
import org.cartulary.query.kernel.Sight;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Commands with their outcome, refused ones too. */
@Repository
class CommandQuery {

    private static final String COMMANDS = """
        select position, command, client, key, name, outcome, code, rule_id, detail, reason, events, actor, device,
               channel, occurred_at, recorded_at
        from history.command
        {where}
        """;
    private static final String OLDEST_FIRST = COMMANDS + "order by position limit :fetch";
    private static final String NEWEST_FIRST = COMMANDS + "order by position desc limit :fetch";

    private final JdbcClient database;
    private final PositionsInTime times;
    private final EventQuery events;

    CommandQuery(JdbcClient database, PositionsInTime times, EventQuery events) {
        this.database = database;
        this.times = times;
        this.events = events;
    }

    List<RecordedCommand> commands(CommandFilter filter, Read read) {
        return conditions(filter)
                .after("position", read)
                .value("fetch", read.fetch())
                .on(database, read.newestFirst() ? NEWEST_FIRST : OLDEST_FIRST)
                .query(Row.to(CommandQuery::command))
                .list();
    }

    /** @param stream of the command's record */
    Optional<RecordedCommand> command(String stream, boolean withBytes, Sight sight) {
        return new Conditions()
                .equal("command", stream)
                .on(database, COMMANDS)
                .query(Row.to(CommandQuery::command))
                .optional()
                .map(found -> found.with(events(found, withBytes, sight)));
    }

    private List<RecordedEvent> events(RecordedCommand command, boolean withBytes, Sight sight) {
        long first = command.position() - command.eventCount();
        return events.between(first, command.position() - 1, withBytes, sight);
    }

    private Conditions conditions(CommandFilter filter) {
        return new Conditions()
                .equal(
                        "outcome",
                        filter.outcome() == null ? null : filter.outcome().name())
                .equal("code", filter.code())
                .equal("actor", filter.actor())
                .equal("client", filter.client())
                .equal("key", filter.key())
                .equal("name", filter.name())
                .atLeast("recorded_at", time(filter.from()))
                .lessThan("recorded_at", time(filter.to()))
                .moreThan("position", times.before(filter.from()))
                .lessThan("position", times.after(filter.to()));
    }

    private static OffsetDateTime time(Instant time) {
        return time == null ? null : OffsetDateTime.ofInstant(PositionsInTime.clamped(time), ZoneOffset.UTC);
    }

    private static RecordedCommand command(Row row) throws SQLException {
        return new RecordedCommand(
                row.number("position"),
                row.text("command"),
                row.text("client"),
                row.text("key"),
                row.text("name"),
                RecordedCommand.Outcome.valueOf(row.text("outcome")),
                row.text("code"),
                row.text("rule_id"),
                row.text("detail"),
                row.text("reason"),
                row.count("events"),
                row.text("actor"),
                row.text("device"),
                row.text("channel"),
                row.instant("occurred_at"),
                row.instant("recorded_at"),
                null);
    }
}
