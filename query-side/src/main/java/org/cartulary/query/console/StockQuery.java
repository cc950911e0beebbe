package org.cartulary.query.console;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.cartulary.query.kernel.Row;
import org.cartulary.query.kernel.Sight;
import org.cartulary.query.stock.AvailabilityQuery;
import org.cartulary.query.stock.PooledAvailability;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A few SKUs with what can be sold of them, under the names that people know. */
@Component
class StockQuery {

    private final JdbcClient database;
    private final AvailabilityQuery availability;

    StockQuery(JdbcClient database, AvailabilityQuery availability) {
        this.database = database;
        this.availability = availability;
    }

    /** The first SKUs that begin so. */
    List<Overview.Stock> stock(String beginning, int count, Sight sight) {
        var pools = availability.pools(beginning, count, sight);
        var names = names(pools.stream().map(PooledAvailability::sku).toList());
        return pools.stream()
                .map(pool -> stock(pool, names.getOrDefault(pool.sku(), "")))
                .toList();
    }

    private Map<String, String> names(List<String> skus) {
        return database
                .sql("select sku, name from catalog.product where sku = any (:skus)")
                .param("skus", skus.toArray(String[]::new))
                .query(Row.to(row -> Map.entry(row.text("sku"), row.text("name"))))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Overview.Stock stock(PooledAvailability pool, String name) {
        return new Overview.Stock(
                pool.sku(),
                name,
                pool.onHand().toString(),
                pool.reserved().toString(),
                pool.availableToSell().toString(),
                pool.locations().stream()
                        .map(shelf -> new Overview.Shelf(
                                shelf.location(), shelf.availableToSell().toString()))
                        .toList());
    }
}
