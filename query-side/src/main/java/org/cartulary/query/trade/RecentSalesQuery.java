package org.cartulary.query.trade;

import java.util.List;
import org.cartulary.query.kernel.Conditions;
import org.cartulary.query.kernel.Row;
import org.cartulary.query.kernel.Sight;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The last business days, for a first look. */
@Repository
public class RecentSalesQuery {

    private static final String DAYS = """
            select business_day, currency, sum(gross_minor) as gross_minor,
                   sum(returned_minor) as returned_minor, sum(sales)::int as sales
            from trade.daily
            {where} and business_day > (select max(business_day) from trade.daily {where}) - :days
            group by business_day, currency order by currency, business_day""";

    private final JdbcClient database;

    RecentSalesQuery(JdbcClient database) {
        this.database = database;
    }

    /** By currency and day, up to the last day with trade; days without any are left out. */
    public List<DaySales> lastDays(int days, Sight sight) {
        return new Conditions()
                .atSeen(sight, "location = any (:seenLocations)")
                .ofSeen(sight, "channel = any (:seenChannels)")
                .value("days", days)
                .on(database, DAYS)
                .query(Row.to(row -> new DaySales(
                        row.day("business_day"),
                        row.text("currency"),
                        row.sum("gross_minor"),
                        row.sum("returned_minor"),
                        row.count("sales"))))
                .list();
    }
}
