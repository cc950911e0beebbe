package org.cartulary.query.transfer;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.cartulary.query.kernel.Conditions;
import org.cartulary.query.kernel.Read;
import org.cartulary.query.kernel.Row;
import org.cartulary.query.kernel.Sight;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is in transit by SKU and destination: summed from the open lines of transfers, so that it can't differ from them. */
@Repository
class InTransitQuery {

    private static final String SUMS = """
            select l.sku, t.destination, sum(l.in_transit) as quantity
            from transfer.line l join transfer.transfer t on t.transfer = l.transfer
            {where}
            group by l.sku, t.destination
            order by l.sku, t.destination limit :fetch""";

    private static final String LOADS = """
            select l.sku, t.destination, t.transfer, t.source, t.expected_on, sum(l.in_transit) as quantity
            from transfer.line l join transfer.transfer t on t.transfer = l.transfer
            {where}
            group by l.sku, t.destination, t.transfer
            order by l.sku, t.destination, t.expected_on nulls last, t.transfer""";

    private record Place(String sku, String location) {}

    private final JdbcClient database;

    InTransitQuery(JdbcClient database) {
        this.database = database;
    }

    /** @param expectedBy only what should have arrived on that date; absent for all */
    List<InTransit> inTransit(String sku, String location, LocalDate expectedBy, Read read) {
        var conditions = open(expectedBy, read.sight()).equal("l.sku", sku).equal("t.destination", location);
        if (read.cursor() != null)
            conditions
                    .and("(l.sku, t.destination) > (:lastSku, :lastLocation)")
                    .value("lastSku", read.keyAfter(0))
                    .value("lastLocation", read.keyAfter(1));
        var sums = conditions
                .value("fetch", read.fetch())
                .on(database, SUMS)
                .query(Row.to(row ->
                        new InTransit(row.text("sku"), row.text("destination"), row.decimal("quantity"), List.of())))
                .list();
        var loads = loads(sums, expectedBy, read.sight());
        return sums.stream()
                .map(sum -> sum.with(loads.get(new Place(sum.sku(), sum.location()))))
                .toList();
    }

    private Map<Place, List<InTransit.Load>> loads(List<InTransit> sums, LocalDate expectedBy, Sight sight) {
        return open(expectedBy, sight)
                .and(
                        "(l.sku, t.destination) in (select * from unnest(cast(:skus as text[]), cast(:locations as text[])))")
                .value("skus", sums.stream().map(InTransit::sku).toArray(String[]::new))
                .value("locations", sums.stream().map(InTransit::location).toArray(String[]::new))
                .on(database, LOADS)
                .query(Row.to(row -> Map.entry(
                        new Place(row.text("sku"), row.text("destination")),
                        new InTransit.Load(
                                row.text("transfer"),
                                row.text("source"),
                                row.decimal("quantity"),
                                row.day("expected_on")))))
                .list()
                .stream()
                .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toList())));
    }

    private static Conditions open(LocalDate expectedBy, Sight sight) {
        return new Conditions()
                .and("l.in_transit > 0")
                .atMost("t.expected_on", expectedBy)
                .atSeen(sight, TransferQuery.ROUTE_IN_SIGHT);
    }
}
