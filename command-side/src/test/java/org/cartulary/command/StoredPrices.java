package org.cartulary.command;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.cartulary.command.returns.LowestPrices;
import org.cartulary.events.catalogue.EventCatalogue;
import org.cartulary.events.json.EventJson;
import org.cartulary.events.kernel.CurrencyCode;
import org.cartulary.events.kernel.Sku;
import org.cartulary.events.kernel.UnitPrice;
import org.cartulary.events.sale.SaleEvent.SaleRecorded;
import org.cartulary.events.sale.SaleLine;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Looks for the lowest prices in the stored sales themselves: slow, and right at once. */
final class StoredPrices implements LowestPrices {

    private final JdbcClient sql;
    private final EventJson json = new EventJson(EventCatalogue.CURRENT);

    StoredPrices(JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    public Found since(LocalDate from, CurrencyCode currency, Set<Sku> skus) {
        var lowest = new HashMap<Sku, UnitPrice>();
        sql
                .sql("select event from ledger.event where name = 'sale.SaleRecorded'")
                .query((row, n) -> (SaleRecorded) json.read(row.getBytes(1)).data())
                .list()
                .stream()
                .filter(sale ->
                        !sale.businessDay().isBefore(from) && sale.currency().equals(currency))
                .forEach(sale -> sale.lines().forEach(line -> add(lowest, line, skus, currency)));
        long head =
                sql.sql("select position from ledger.head").query(Long.class).single();
        return new Found(head, Map.copyOf(lowest));
    }

    private static void add(Map<Sku, UnitPrice> lowest, SaleLine line, Set<Sku> skus, CurrencyCode currency) {
        if (!skus.contains(line.sku())) return;
        var price = BigDecimal.valueOf(line.grossMinor(), currency.exponent())
                .divide(line.quantity().toDecimal(), 6, RoundingMode.DOWN);
        lowest.merge(line.sku(), new UnitPrice(price), (one, other) -> one.compareTo(other) <= 0 ? one : other);
    }
}
