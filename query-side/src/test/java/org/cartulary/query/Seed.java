package org.cartulary.query;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.Date;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.cartulary.events.json.CanonicalJson;
import org.cartulary.testing.TestDatabase;
import org.springframework.jdbc.core.JdbcTemplate;

/** Rows in the read tables, as the projections would write them. */
public class Seed {

    private final TestDatabase server;
    private final TestClock clock;
    public final JdbcTemplate database;

    /** The owner's, past the append: these events stand where a test wants them. */
    private final JdbcTemplate ledger;

    Seed(TestDatabase server, TestClock clock) {
        this.server = server;
        this.clock = clock;
        this.database = new JdbcTemplate(server.projection());
        this.ledger = new JdbcTemplate(server.owner());
    }

    /** A ledger without any event. */
    public void empty() {
        clock.set(TestClock.NOON);
        ReadTables.PROJECTIONS.forEach(this::truncate);
        database.update("update projection.progress set position = 0");
        head(0);
        triggers("disable trigger");
        owner("truncate ledger.event");
        triggers("enable always trigger");
    }

    private void triggers(String change) {
        ledger.queryForList("select relid::text from pg_partition_tree('ledger.event')", String.class)
                .forEach(table -> owner("alter table " + table + " " + change + " append_only"));
    }

    /** All projections have got to this position. */
    public void progress(long position) {
        database.update("update projection.progress set position = ?", position);
        head(position);
    }

    public void head(long position) {
        ledger.update("update ledger.head set position = ?", position);
    }

    public void product(String sku, String name) {
        database.update("insert into catalog.product values (?, ?, 'GOODS', 'EA', 0, '{}', null, 1)", sku, name);
    }

    public void level(String location, String sku, String sellable) {
        level(location, sku, sellable, "0", "0");
    }

    public void level(String location, String sku, String sellable, String quarantine, String damaged) {
        database.update(
                "insert into stock.level values (?, ?, ?, ?, ?, 0, 1)",
                location,
                sku,
                decimal(sellable),
                decimal(quarantine),
                decimal(damaged));
    }

    public void safety(String location, String sku, String channel, String quantity) {
        database.update("insert into stock.safety values (?, ?, ?, ?, 1)", location, sku, channel, decimal(quantity));
    }

    public void hold(String reservation, String location, String sku, String quantity, Instant expiresAt) {
        database.update(
                "insert into stock.hold values (?, ?, ?, 'web', ?, ?, 1)",
                reservation,
                location,
                sku,
                decimal(quantity),
                time(expiresAt));
    }

    public void movement(long position, String location, String sku, String change, String after) {
        database.update(
                "insert into stock.movement values (?, 0, ?, ?, 'GoodsReceived', 'SELLABLE', ?, ?, 0, 0, 0, 'PO-1',"
                        + " null, null, null, null, ?, ?)",
                position,
                location,
                sku,
                decimal(change),
                decimal(after),
                time(TestClock.NOON),
                time(TestClock.NOON));
    }

    public void reservation(String reservation, String owner, String status, Instant expiresAt) {
        database.update(
                "insert into reservation.reservation values (?, ?, 'web', ?, ?, 0, 1)",
                reservation,
                owner,
                status,
                time(expiresAt));
        database.update("insert into reservation.units values (?, 'LISBON', 'TEAPOT', 2, 0)", reservation);
    }

    /** An event of the ledger, and what the history keeps of it. */
    public void event(long position, String json, String location, String channel, Instant recordedAt) {
        var event = CanonicalJson.MAPPER.readTree(json);
        ledger.update(
                "insert into ledger.event values (?, ?, ?, ?, ?, ?)",
                position,
                event.get("stream").asString(),
                event.get("sequence").asLong(),
                event.get("name").asString(),
                time(recordedAt),
                json.getBytes(StandardCharsets.UTF_8));
        database.update(
                "insert into history.event values (?, ?, ?, ?, ?, ?, ?, null, ?, ?, ?)",
                position,
                event.get("stream").asString(),
                event.get("sequence").asLong(),
                event.get("name").asString(),
                location,
                channel,
                event.path("actor").asString(null),
                event.path("command").asString(null),
                time(recordedAt),
                time(recordedAt));
        if (location != null) database.update("insert into history.place values (?, ?)", location, position);
    }

    /** @param status of a transfer from Lisbon, asked for at noon; one that has left did so an hour later */
    public void transfer(String transfer, String destination, String status, LocalDate expectedOn) {
        boolean left = status.equals("DISPATCHED") || status.equals("CLOSED");
        boolean ended = status.equals("CLOSED") || status.equals("CANCELLED");
        database.update(
                "insert into transfer.transfer values (?, 'LISBON', ?, ?, 'sold out', null, null, ?, ?, ?, ?, 1)",
                transfer,
                destination,
                status,
                expectedOn,
                time(TestClock.NOON),
                left ? time(TestClock.NOON.plusSeconds(3_600)) : null,
                ended ? time(TestClock.NOON.plusSeconds(7_200)) : null);
    }

    /** A shop in Portugal. */
    public void location(String location) {
        database.update("""
                insert into catalog.location
                    (location, name, country, zone, cut_over, currency, cash_increment_minor, window_days, look_back_days,
                     without_receipt_cap_minor, position)
                values (?, 'Shop', 'PT', 'UTC', '00:00', 'EUR', 1, 30, 90, 0, 1)""", location);
    }

    /** A line of ten requested and dispatched units; a teapot is worth 12.345. */
    public void transferLine(String transfer, int number, String sku, String received, String inTransit) {
        database.update(
                "insert into transfer.line values (?, ?, ?, 10, 10, ?, 0, 10 - ? - ?, 0, 0, ?, ?)",
                transfer,
                number,
                sku,
                decimal(received),
                decimal(received),
                decimal(inTransit),
                decimal(inTransit),
                sku.equals("TEAPOT") ? decimal("12.345") : null);
    }

    private void truncate(String schema) {
        database.queryForList("select tablename from pg_tables where schemaname = ?", String.class, schema)
                .forEach(table -> database.execute("truncate " + schema + "." + table));
    }

    private void owner(String statement) {
        try (Connection connection = server.owner().getConnection();
                var sql = connection.createStatement()) {
            sql.execute(statement);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    public static BigDecimal decimal(String text) {
        return new BigDecimal(text);
    }

    public static OffsetDateTime time(Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    public static Date day(LocalDate day) {
        return Date.valueOf(day);
    }
}
