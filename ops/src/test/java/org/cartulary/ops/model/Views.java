package org.cartulary.ops.model;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the projections say, in the words of the model. */
final class Views {

    private final JdbcClient sql;

    Views(JdbcClient sql) {
        this.sql = sql;
    }

    Map<String, List<Long>> shelves() {
        var rows = new TreeMap<String, List<Long>>();
        sql.sql("select location, sku, sellable, quarantine, damaged, reserved from stock.level"
                        + " where sellable + quarantine + damaged + reserved > 0")
                .query(row -> {
                    rows.put(
                            row.getString(1) + "/" + row.getString(2),
                            List.of(
                                    thousandths(row.getBigDecimal(3)),
                                    thousandths(row.getBigDecimal(4)),
                                    thousandths(row.getBigDecimal(5)),
                                    thousandths(row.getBigDecimal(6))));
                });
        return rows;
    }

    Map<String, Long> inTransit() {
        return sums("select transfer || '/' || number, in_transit * 1000 from transfer.line where in_transit > 0");
    }

    long sold() {
        return sum("select coalesce(sum(total_minor), 0) from trade.sale");
    }

    long returned() {
        return sum("select coalesce(sum(net_minor + tax_minor), 0) from trade.return");
    }

    long adjusted() {
        return sum("select coalesce(sum(amount_minor), 0) from trade.adjustment");
    }

    Map<String, Long> taken() {
        return sums("""
            select type, sum(amount) from (
                select type, amount_minor as amount from trade.sale_tender
                union all select 'CASH', -change_minor from trade.sale) as taken
            group by type having sum(amount) <> 0""");
    }

    Map<String, Long> given() {
        return sums("select type, sum(amount_minor) from trade.refund group by type having sum(amount_minor) <> 0");
    }

    Map<String, Long> wallets() {
        return sums("select account, balance_minor from storedvalue.account where balance_minor <> 0");
    }

    /** What is owed to holders of cards and credits, added up day by day. */
    long owedToHolders() {
        return sum("""
                select coalesce(sum(sold_minor + issued_minor + refunded_minor - redeemed_minor - expired_minor), 0)
                from storedvalue.daily""");
    }

    Map<String, Long> points() {
        return sums("select customer, balance from loyalty.account where balance <> 0");
    }

    /** What is owed to members, added up day by day. */
    long owedToMembers() {
        return sum("""
                select coalesce(sum(earned + adjusted - redeemed - reversed + returned - expired), 0)
                from loyalty.day""");
    }

    private long sum(String query) {
        return sql.sql(query).query(Long.class).single();
    }

    private Map<String, Long> sums(String query) {
        var rows = new TreeMap<String, Long>();
        sql.sql(query).query(row -> {
            rows.put(row.getString(1), row.getBigDecimal(2).longValueExact());
        });
        return rows;
    }

    private static long thousandths(BigDecimal quantity) {
        return quantity.movePointRight(3).longValueExact();
    }
}
