package org.cartulary.ops.wiring;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.cartulary.command.returns.LowestPrices;
import org.cartulary.events.kernel.CurrencyCode;
import org.cartulary.events.kernel.Sku;
import org.cartulary.events.kernel.UnitPrice;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.jdbc.BadSqlGrammarException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Finds lowest prices in the sales that have been projected. The position up to which they have been is read first, so that
 * it never claims more than the prices rest on.
 */
@Component
class TradeLowestPrices implements LowestPrices {

    private static final String POSITION = "select position from projection.progress where projection = 'trade'";
    private static final String LOWEST = """
            select sku, min((net_minor + tax_minor) / quantity) as lowest
            from trade.sale_line
            where sku = any(:skus) and business_day >= :from and currency = :currency and stored_value is null
            group by sku
            """;

    private final JdbcClient database;

    TradeLowestPrices(JdbcClient database) {
        this.database = database;
    }

    @Override
    public Found since(LocalDate from, CurrencyCode currency, Set<Sku> skus) {
        long position = database.sql(POSITION).query(Long.class).optional().orElse(0L);
        try {
            return new Found(position, position == 0 ? Map.of() : lowest(from, currency, skus));
        } catch (BadSqlGrammarException ofAnEarlierVersion) {
            throw new TransientDataAccessResourceException(
                    "the tables of sales are being built anew for this version", ofAnEarlierVersion);
        }
    }

    private Map<Sku, UnitPrice> lowest(LocalDate from, CurrencyCode currency, Set<Sku> skus) {
        var lowest = new HashMap<Sku, UnitPrice>();
        database.sql(LOWEST)
                .param("skus", skus.stream().map(Sku::value).toArray(String[]::new))
                .param("from", from)
                .param("currency", currency.value())
                .query(row -> {
                    lowest.put(Sku.of(row.getString("sku")), price(row.getBigDecimal("lowest"), currency));
                });
        return lowest;
    }

    private static UnitPrice price(BigDecimal minor, CurrencyCode currency) {
        return new UnitPrice(minor.movePointLeft(currency.exponent()).setScale(6, RoundingMode.DOWN));
    }
}
