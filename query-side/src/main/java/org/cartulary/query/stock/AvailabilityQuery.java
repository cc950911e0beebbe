package org.cartulary.query.stock;

import static java.util.stream.Collectors.groupingBy;

import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.cartulary.events.kernel.LocationId;
import org.cartulary.query.kernel.At;
import org.cartulary.query.kernel.Conditions;
import org.cartulary.query.kernel.QuickReads;
import org.cartulary.query.kernel.Read;
import org.cartulary.query.kernel.Row;
import org.cartulary.query.kernel.Seen;
import org.cartulary.query.kernel.SharedReads;
import org.cartulary.query.kernel.Sight;
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

    private static final String SHELF = """
            l.sku, l.location, l.sellable, l.quarantine, l.damaged, l.position,
            (select sum(h.quantity) from stock.hold h
             where h.location = l.location and h.sku = l.sku
               and (h.expires_at is null or h.expires_at > :now)) as live,
            (select s.quantity from stock.safety s
             where s.location = l.location and s.sku = l.sku and s.channel = asked.channel) as safety
            """;

    private static final String SHELVES = "select " + SHELF + """
            from stock.level l, (values (:channel)) as asked (channel)
            {where}
            order by l.sku, l.location""";

    /** The shelves of many SKUs, each for the channel that asks. */
    private static final String POOLS = "select asked.pool, " + SHELF + """
            from unnest(:skus, :channels) with ordinality as asked (sku, channel, pool)
                 join stock.level l on l.sku = asked.sku
            order by asked.pool, l.location""";

    /** The same, each at those locations that its asker sees. */
    private static final String POOLS_IN_SIGHT = "select asked.pool, " + SHELF + """
            from unnest(:skus, :channels, :seen) with ordinality as asked (sku, channel, seen, pool)
                 join stock.level l on l.sku = asked.sku
                      and (asked.seen is null or l.location = any (asked.seen::text[]))
            order by asked.pool, l.location""";

    /** Sorts after every character that a SKU may have. */
    private static final String AFTER_ALL = "\uffff";

    private final JdbcClient database;
    private final QuickReads quick;
    private final SharedReads<Pool, PooledAvailability> pools;
    private final Clock clock;

    AvailabilityQuery(JdbcClient database, QuickReads quick, ObjectProvider<Clock> clocks) {
        this.database = database;
        this.quick = quick;
        this.pools = quick.shared(PROJECTION, this::pools);
        this.clock = clocks.getIfAvailable(Clock::systemUTC);
    }

    At<List<Availability>> shelves(String sku, String location, String channel, Read read) {
        var conditions = new Conditions()
                .equal("l.sku", sku)
                .equal("l.location", location)
                .atSeen(read.sight(), "l.location = any (:seenLocations)");
        if (read.cursor() != null)
            conditions
                    .and("(l.sku, l.location) > (:lastSku, :lastLocation)")
                    .value("lastSku", read.keyAfter(0))
                    .value("lastLocation", read.keyAfter(1));
        return quickly(conditions.value("fetch", read.fetch()), channel, SHELVES + " limit :fetch", read);
    }

    At<PooledAvailability> pool(String sku, String channel, Read read) {
        return pools.ask(read, new Pool(sku, channel, read.sight().locations()));
    }

    /**
     * @param channel null where none was asked for
     * @param seen at which locations; others may share the statement, but never the answer
     */
    private record Pool(String sku, String channel, Seen<LocationId> seen) {

        /** Null for all. */
        String locations() {
            return seen.isAll() ? null : seen.array();
        }
    }

    /** @param pool which of those asked for it belongs to, counted from 1 */
    private record Shelf(int pool, Availability availability) {}

    private At<List<PooledAvailability>> pools(List<Pool> asked) {
        var conditions = now(new Conditions()
                .value("skus", asked.stream().map(Pool::sku).toArray(String[]::new))
                .value("channels", asked.stream().map(Pool::channel).toArray(String[]::new)));
        boolean all = asked.stream().allMatch(pool -> pool.seen().isAll());
        if (!all) conditions.value("seen", asked.stream().map(Pool::locations).toArray(String[]::new));
        return quick.rows(
                        PROJECTION,
                        Read.now(),
                        all ? POOLS : POOLS_IN_SIGHT,
                        conditions,
                        AvailabilityQuery::shelfOfPool)
                .map(shelves -> pools(asked, shelves));
    }

    private static List<PooledAvailability> pools(List<Pool> asked, List<Shelf> shelves) {
        var found = new ArrayList<List<Availability>>(asked.size());
        for (int i = 0; i < asked.size(); i++) found.add(new ArrayList<>());
        for (var shelf : shelves) found.get(shelf.pool() - 1).add(shelf.availability());
        var pools = new ArrayList<PooledAvailability>(asked.size());
        for (int i = 0; i < asked.size(); i++)
            pools.add(PooledAvailability.of(asked.get(i).sku(), asked.get(i).channel(), found.get(i)));
        return pools;
    }

    private static Shelf shelfOfPool(Row row) throws SQLException {
        return new Shelf(row.count("pool"), shelf(row));
    }

    private At<List<Availability>> quickly(Conditions conditions, String channel, String statement, Read read) {
        return quick.rows(PROJECTION, read, statement, given(conditions, channel), AvailabilityQuery::shelf);
    }

    /** The first SKUs that begin so, each over all locations and for no channel in particular. */
    public List<PooledAvailability> pools(String beginning, int count, Sight sight) {
        var skus = new Conditions()
                .atLeast("sku", beginning)
                .lessThan("sku", beginning + AFTER_ALL)
                .atSeen(sight, "location = any (:seenLocations)")
                .value("count", count)
                .on(database, "select sku from stock.level {where} group by sku order by sku limit :count")
                .query(String.class)
                .list();
        var conditions = new Conditions()
                .and("l.sku = any (:skus)")
                .value("skus", skus.toArray(String[]::new))
                .atSeen(sight, "l.location = any (:seenLocations)");
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
        return now(conditions).value("channel", channel == null ? "" : channel);
    }

    private Conditions now(Conditions conditions) {
        return conditions.value("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC));
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
