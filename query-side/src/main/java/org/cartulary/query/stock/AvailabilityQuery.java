package org.cartulary.query.stock;

import static java.util.stream.Collectors.groupingBy;

import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.cartulary.query.kernel.At;
import org.cartulary.query.kernel.Conditions;
import org.cartulary.query.kernel.QuickReads;
import org.cartulary.query.kernel.Read;
import org.cartulary.query.kernel.Row;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Stock by SKU and location with what a channel may sell of it. Reserved is summed from the holds that are live now, since
 * the event that says that a hold ran out may come later.
 */
@Repository
public class AvailabilityQuery {

    private static final String PROJECTION = "stock";

    private static final String SHELVES = """
            select l.sku, l.location, l.sellable, l.quarantine, l.damaged, l.position,
                   (select sum(h.quantity) from stock.hold h
                    where h.location = l.location and h.sku = l.sku
                      and (h.expires_at is null or h.expires_at > :now)) as live,
                   (select s.quantity from stock.safety s
                    where s.location = l.location and s.sku = l.sku and s.channel = :channel) as safety
            from stock.level l
            {where}
            order by l.sku, l.location""";

    /** Sorts after every character that a SKU may have. */
    private static final String AFTER_ALL = "\uffff";

    private final JdbcClient database;
    private final QuickReads quick;
    private final Clock clock;

    AvailabilityQuery(JdbcClient database, QuickReads quick, ObjectProvider<Clock> clocks) {
        this.database = database;
        this.quick = quick;
        this.clock = clocks.getIfAvailable(Clock::systemUTC);
    }

    At<List<Availability>> shelves(String sku, String location, String channel, Read read) {
        var conditions = new Conditions().equal("l.sku", sku).equal("l.location", location);
        if (read.cursor() != null)
            conditions
                    .and("(l.sku, l.location) > (:lastSku, :lastLocation)")
                    .value("lastSku", read.keyAfter(0))
                    .value("lastLocation", read.keyAfter(1));
        return quickly(conditions.value("fetch", read.fetch()), channel, SHELVES + " limit :fetch", read);
    }

    At<PooledAvailability> pool(String sku, String channel, Read read) {
        return quickly(new Conditions().equal("l.sku", sku), channel, SHELVES, read)
                .map(shelves -> PooledAvailability.of(sku, channel, shelves));
    }

    private At<List<Availability>> quickly(Conditions conditions, String channel, String statement, Read read) {
        return quick.rows(PROJECTION, read, statement, given(conditions, channel), AvailabilityQuery::shelf);
    }

    /** The first SKUs that begin so, each over all locations and for no channel in particular. */
    public List<PooledAvailability> pools(String beginning, int count) {
        var skus = database.sql("""
                        select sku from stock.level where sku >= :from and sku < :until
                        group by sku order by sku limit :count""")
                .param("from", beginning)
                .param("until", beginning + AFTER_ALL)
                .param("count", count)
                .query(String.class)
                .list();
        var conditions = new Conditions().and("l.sku = any (:skus)").value("skus", skus.toArray(String[]::new));
        var shelves = shelves(conditions, null, SHELVES).stream().collect(groupingBy(Availability::sku));
        return skus.stream()
                .map(sku -> PooledAvailability.of(sku, null, shelves.get(sku)))
                .toList();
    }

    private List<Availability> shelves(Conditions conditions, String channel, String statement) {
        return given(conditions, channel)
                .on(database, statement)
                .query(Row.to(AvailabilityQuery::shelf))
                .list();
    }

    private Conditions given(Conditions conditions, String channel) {
        return conditions
                .value("channel", channel == null ? "" : channel)
                .value("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC));
    }

    private static Availability shelf(Row row) throws SQLException {
        return Availability.of(
                row.text("sku"),
                row.text("location"),
                new Availability.Units(row.decimal("sellable"), row.decimal("quarantine"), row.decimal("damaged")),
                row.decimal("live"),
                row.decimal("safety"),
                row.number("position"));
    }
}
