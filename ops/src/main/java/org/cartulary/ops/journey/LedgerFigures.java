package org.cartulary.ops.journey;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.cartulary.events.kernel.CustomerId;
import org.cartulary.events.kernel.LocationId;
import org.cartulary.ops.journey.Figures.Sum;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;

/** The same sums from the read tables, where the whole way through commands, events and projections has led. */
final class LedgerFigures {

    private static final String LINES = """
            select s.customer, s.location, count(*), count(distinct s.sale), sum(l.net_minor + l.tax_minor), 0, 0
            from trade.sale s join trade.sale_line l using (sale)
            where s.location = any (?) group by 1, 2""";

    private static final String DISCOUNTS = """
            select s.customer, s.location, 0, 0, 0, coalesce(sum(d.amount_minor) filter (where d.kind = 'LOYALTY'), 0),
                   coalesce(sum(d.amount_minor) filter (where d.kind = 'COUPON'), 0)
            from trade.sale s join trade.sale_discount d using (sale)
            where s.location = any (?) group by 1, 2""";

    private static final String COUPONS = """
            select s.customer, s.location, 0, 0, 0, 0, sum(t.amount_minor)
            from trade.sale s join trade.sale_tender t using (sale)
            where s.location = any (?) and t.type = 'COUPON' group by 1, 2""";

    /** The household is the second part of the reference. */
    private static final String COUPONS_OF_OTHER_GOODS = """
            select split_part(reference, '/', 2), location, 0, 0, 0, 0, sum(amount_minor)
            from trade.adjustment
            where location = any (?) group by 1, 2""";

    private static final String DAYS = """
            select null, location, 0, 0, sum(gross_minor - returned_minor + tax_minor), sum(loyalty_discount_minor),
                   sum(coupon_discount_minor + coupon_tenders_minor + adjusted_minor)
            from trade.daily
            where location = any (?) group by 2""";

    private final JdbcTemplate tables;
    private final Object[] stores;

    LedgerFigures(DataSource source, List<LocationId> stores) {
        this.tables = new JdbcTemplate(source);
        this.stores = stores.stream().map(LocationId::value).toArray();
    }

    /** From the single facts. */
    Figures ofFacts() {
        var figures = Figures.empty();
        for (var statement : List.of(LINES, DISCOUNTS, COUPONS, COUPONS_OF_OTHER_GOODS)) add(figures, statement);
        return figures;
    }

    /** From the sums by day, which know amounts of stores only. */
    Figures ofDays() {
        var figures = Figures.empty();
        add(figures, DAYS);
        return figures;
    }

    private void add(Figures figures, String statement) {
        RowCallbackHandler row =
                result -> figures.add(household(result.getString(1)), LocationId.of(result.getString(2)), sum(result));
        tables.query(
                connection -> {
                    var prepared = connection.prepareStatement(statement);
                    prepared.setArray(1, connection.createArrayOf("text", stores));
                    return prepared;
                },
                row);
    }

    private static CustomerId household(String id) {
        return id == null ? null : CustomerId.of(id);
    }

    private static Sum sum(ResultSet row) throws SQLException {
        return new Sum(row.getLong(3), row.getLong(4), row.getLong(5), row.getLong(6), row.getLong(7));
    }
}
