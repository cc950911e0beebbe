package org.cartulary.query.console;

import java.util.List;
import org.cartulary.query.kernel.Row;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whose points moved last, and what they have now. */
@Component
class PointsQuery {

    private final JdbcClient database;

    PointsQuery(JdbcClient database) {
        this.database = database;
    }

    List<Overview.Points> last(int count) {
        return database.sql("""
                        select e.programme, e.customer, e.kind, e.points, e.balance, a.tier
                        from loyalty.entry e
                        join loyalty.account a on a.programme = e.programme and a.customer = e.customer
                        order by e.position desc limit :count""")
                .param("count", count)
                .query(Row.to(row -> new Overview.Points(
                        row.text("programme"),
                        row.text("customer"),
                        row.text("kind").toLowerCase(),
                        Amounts.count(row.number("points")),
                        Amounts.count(row.number("balance")),
                        row.text("tier"))))
                .list();
    }
}
