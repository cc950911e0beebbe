package org.cartulary.ops.retail;

import java.time.YearMonth;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** The same sums from the read tables, where the whole way through commands, events and projections has led. */
final class LedgerFigures {

    private static final String SALES = """
            select to_char(l.business_day, 'YYYY-MM'), count(*), count(distinct s.receipt), sum(l.quantity),
                   sum(l.net_minor + l.tax_minor)
            from trade.sale_line l join trade.sale s using (sale)
            where l.location = ? group by 1""";

    /** One row of the file may have come back to several sales: its reason tells which line of the document it is. */
    private static final String RETURNS = """
            select to_char(l.business_day, 'YYYY-MM'), count(distinct (r.receipt, l.reason)), count(distinct r.receipt),
                   sum(l.quantity), sum(l.net_minor + l.tax_minor)
            from trade.return_line l join trade.return r using (return_id)
            where l.location = ? group by 1""";

    /** The document is the first part of the command's key. */
    private static final String WRITE_OFFS = """
            select to_char(occurred_at at time zone 'Europe/London', 'YYYY-MM'), count(*),
                   count(distinct split_part(command, '/', 3)), -sum(change), 0
            from stock.movement
            where location = ? and kind = 'StockAdjusted' group by 1""";

    private static final String ADJUSTMENTS = """
            select to_char(business_day, 'YYYY-MM'), count(*), count(distinct reference), 0, sum(amount_minor)
            from trade.adjustment
            where location = ? group by 1""";

    private static final String DAYS = """
            select to_char(business_day, 'YYYY-MM'), sum(gross_minor), sum(returned_minor), sum(adjusted_minor)
            from trade.daily
            where location = ? group by 1""";

    private final JdbcTemplate tables;

    LedgerFigures(DataSource source) {
        this.tables = new JdbcTemplate(source);
    }

    /** From the single facts. */
    Figures ofFacts() {
        var figures = Figures.empty();
        add(figures, Row.Kind.SALE, SALES);
        add(figures, Row.Kind.RETURN, RETURNS);
        add(figures, Row.Kind.WRITE_OFF, WRITE_OFFS);
        add(figures, Row.Kind.ADJUSTMENT, ADJUSTMENTS);
        return figures;
    }

    /** From the sums by day, which know amounts only. */
    Figures ofDays() {
        var figures = Figures.empty();
        tables.query(
                DAYS,
                row -> {
                    var month = YearMonth.parse(row.getString(1));
                    figures.add(month, Row.Kind.SALE, amount(row.getLong(2)));
                    figures.add(month, Row.Kind.RETURN, amount(row.getLong(3)));
                    figures.add(month, Row.Kind.ADJUSTMENT, amount(row.getLong(4)));
                },
                Merchant.LOCATION.value());
        return figures;
    }

    private void add(Figures figures, Row.Kind kind, String statement) {
        tables.query(
                statement,
                row -> {
                    var sum = new Figures.Sum(row.getLong(2), row.getLong(3), row.getLong(4), row.getLong(5));
                    figures.add(YearMonth.parse(row.getString(1)), kind, sum);
                },
                Merchant.LOCATION.value());
    }

    private static Figures.Sum amount(long minor) {
        return new Figures.Sum(0, 0, 0, minor);
    }
}
