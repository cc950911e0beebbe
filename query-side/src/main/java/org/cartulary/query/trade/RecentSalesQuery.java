package org.cartulary.query.trade;

import java.util.List;
import org.cartulary.query.kernel.Row;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The last business days, for a first look. */
@Repository
public class RecentSalesQuery {

    private final JdbcClient database;

    RecentSalesQuery(JdbcClient database) {
        this.database = database;
    }

    /** By currency and day, up to the last day with trade; days without any are left out. */
    public List<DaySales> lastDays(int days) {
        return database.sql("""
            select business_day, currency, sum(gross_minor) as gross_minor,
                   sum(returned_minor) as returned_minor, sum(sales)::int as sales
            from trade.daily
            where business_day > (select max(business_day) from trade.daily) - :days
            group by business_day, currency order by currency, business_day\
            """)
                .param("days", days)
                .query(Row.to(row -> new DaySales(
                        row.day("business_day"),
                        row.text("currency"),
                        row.sum("gross_minor"),
                        row.sum("returned_minor"),
                        row.count("sales"))))
                .list();
    }
}
