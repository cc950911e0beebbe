package org.cartulary.query.transfer;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cartulary.query.kernel.Conditions;
import org.cartulary.query.kernel.Read;
import org.cartulary.query.kernel.Row;
import org.cartulary.query.kernel.Sight;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Transfers as their events left them, and how old the open ones are at this moment. */
@Repository
class TransferQuery {

    private static final String TRANSFERS = """
            select t.transfer, t.source, t.destination, t.status, t.reason, t.carrier, t.sscc, t.expected_on,
                   t.requested_at, t.dispatched_at, t.ended_at, t.position,
                   l.currency
            from transfer.transfer t left join catalog.location l on l.location = t.source
            {where}
            order by t.transfer limit :fetch""";

    /** Both ends have to know what is on the road between them. */
    static final String ROUTE_IN_SIGHT = "(t.source = any (:seenLocations) or t.destination = any (:seenLocations))";

    private final JdbcClient database;
    private final Clock clock;

    TransferQuery(JdbcClient database, ObjectProvider<Clock> clocks) {
        this.database = database;
        this.clock = clocks.getIfAvailable(Clock::systemUTC);
    }

    /** What is absent does not matter, and what is given must all hold. */
    record Filter(String source, String destination, String sku, Transfer.Status status, Boolean open) {}

    Optional<Transfer> transfer(String transfer, Sight sight) {
        return headers(new Conditions().equal("t.transfer", transfer), 1, sight).stream()
                .findFirst()
                .map(found -> found.with(lines(List.of(transfer)).getOrDefault(transfer, List.of()), losses(transfer)));
    }

    List<Transfer> transfers(Filter filter, Read read) {
        var found = headers(
                conditions(filter).moreThan("t.transfer", read.cursor() == null ? null : read.keyAfter(0)),
                read.fetch(),
                read.sight());
        var lines = lines(found.stream().map(Transfer::transfer).toList());
        return found.stream()
                .map(transfer -> transfer.with(lines.getOrDefault(transfer.transfer(), List.of())))
                .toList();
    }

    private static Conditions conditions(Filter filter) {
        var conditions = new Conditions()
                .equal("t.source", filter.source())
                .equal("t.destination", filter.destination())
                .equal(
                        "t.status",
                        filter.status() == null ? null : filter.status().name());
        if (filter.open() != null)
            conditions.and((filter.open() ? "" : "not ") + "t.status in ('REQUESTED', 'APPROVED', 'DISPATCHED')");
        if (filter.sku() != null)
            conditions
                    .and("exists (select from transfer.line l where l.transfer = t.transfer and l.sku = :sku)")
                    .value("sku", filter.sku());
        return conditions;
    }

    private List<Transfer> headers(Conditions conditions, int fetch, Sight sight) {
        var now = clock.instant();
        return conditions
                .atSeen(sight, ROUTE_IN_SIGHT)
                .value("fetch", fetch)
                .on(database, TRANSFERS)
                .query(Row.to(row -> header(row, now)))
                .list();
    }

    private Map<String, List<Transfer.Line>> lines(List<String> transfers) {
        return database
                .sql("""
                        select transfer, number, sku, requested, dispatched, received, damaged, lost, returned, surplus,
                               in_transit, unit_cost
                        from transfer.line where transfer = any (:transfers) order by transfer, number""")
                .param("transfers", transfers.toArray(String[]::new))
                .query(Row.to(row -> Map.entry(row.text("transfer"), line(row))))
                .list()
                .stream()
                .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toList())));
    }

    private List<Transfer.Loss> losses(String transfer) {
        return database.sql("""
                        select number, sku, quantity, owner, reason, occurred_at, position
                        from transfer.loss where transfer = :transfer order by position, number""")
                .param("transfer", transfer)
                .query(Row.to(row -> new Transfer.Loss(
                        row.count("number"),
                        row.text("sku"),
                        row.decimal("quantity"),
                        row.text("owner"),
                        row.text("reason"),
                        row.instant("occurred_at"),
                        row.number("position"))))
                .list();
    }

    private static Transfer.Line line(Row row) throws SQLException {
        return new Transfer.Line(
                row.count("number"),
                row.text("sku"),
                row.decimal("requested"),
                row.decimal("dispatched"),
                row.decimal("received"),
                row.decimal("damaged"),
                row.decimal("lost"),
                row.decimal("returned"),
                row.decimal("surplus"),
                row.decimal("in_transit"),
                row.optionalDecimal("unit_cost"));
    }

    private static Transfer header(Row row, Instant now) throws SQLException {
        var requestedAt = row.instant("requested_at");
        var dispatchedAt = row.instant("dispatched_at");
        var endedAt = row.instant("ended_at");
        var since = dispatchedAt == null ? requestedAt : dispatchedAt;
        return new Transfer(
                row.text("transfer"),
                row.text("source"),
                row.text("destination"),
                Transfer.Status.valueOf(row.text("status")),
                row.text("reason"),
                row.text("carrier"),
                row.text("sscc"),
                row.day("expected_on"),
                requestedAt,
                dispatchedAt,
                endedAt,
                endedAt == null ? Math.max(0, Duration.between(since, now).toSeconds()) : null,
                row.text("currency"),
                null,
                null,
                null,
                row.number("position"));
    }
}
