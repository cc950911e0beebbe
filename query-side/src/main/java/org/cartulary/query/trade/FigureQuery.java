package org.cartulary.query.trade;

import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.cartulary.query.kernel.Conditions;
import org.cartulary.query.kernel.Read;
import org.cartulary.query.kernel.Row;
import org.cartulary.query.kernel.Sight;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Figures out of {@link Sums}. Currencies always stay apart. */
@Repository
class FigureQuery {

    private static final String NO_DAY = "-infinity";
    private static final String KEY = "coalesce(period, '-infinity'), coalesce(channel, ''), coalesce(location, ''),"
            + " coalesce(country, ''), coalesce(sku, ''), coalesce(customer, ''), currency";

    private final JdbcClient database;

    FigureQuery(JdbcClient database) {
        this.database = database;
    }

    /** In order of period, then of what they are grouped by, then of currency. */
    List<Figure> figures(Period period, Set<Dimension> group, Scope scope, Read read) {
        var sums = Sums.of(group, scope);
        var page = "select * from (" + sums.statement(period, group) + ") figures where (:first or (" + KEY
                + ") > (:day::date, :channel, :location, :country, :sku, :customer, :currency)) order by " + KEY
                + " limit :fetch";
        return after(scope.conditions(read.sight()), period, read)
                .value("fetch", read.fetch())
                .on(database, page)
                .query(Row.to(row -> figure(row, period, sums, scope)))
                .list();
    }

    /** The first of each currency, the largest first. */
    List<Figure> top(Dimension of, Ranking ranking, Scope scope, int count, Sight sight) {
        var sums = Sums.of(Set.of(of), scope);
        var ranked = "select * from (select figures.*, row_number() over (partition by currency order by "
                + ranking.column() + " desc, " + of.word() + ") as rank from ("
                + sums.statement(Period.TOTAL, Set.of(of))
                + ") figures) ranked where rank <= :count order by currency, rank";
        return scope.conditions(sight)
                .value("count", count)
                .on(database, ranked)
                .query(Row.to(row -> figure(row, Period.TOTAL, sums, scope).ranked(row.count("rank"))))
                .list();
    }

    /** The key of a figure for a cursor; the row's period is its first day. */
    static List<?> key(Figure figure) {
        return List.of(
                figure.period() == null ? NO_DAY : (figure.period() + "-01").substring(0, 10),
                orEmpty(figure.channel()),
                orEmpty(figure.location()),
                orEmpty(figure.country()),
                orEmpty(figure.sku()),
                orEmpty(figure.customer()),
                figure.currency());
    }

    /** Days before the cursor's are not even summed up. */
    private static Conditions after(Conditions conditions, Period period, Read read) {
        boolean first = read.cursor() == null;
        if (!first && period != Period.TOTAL)
            conditions.atLeast("business_day", read.cursor().day(0));
        return conditions
                .value("first", first)
                .value("day", first ? NO_DAY : read.keyAfter(0))
                .value("channel", first ? "" : read.keyAfter(1))
                .value("location", first ? "" : read.keyAfter(2))
                .value("country", first ? "" : read.keyAfter(3))
                .value("sku", first ? "" : read.keyAfter(4))
                .value("customer", first ? "" : read.keyAfter(5))
                .value("currency", first ? "" : read.keyAfter(6));
    }

    private static Figure figure(Row row, Period period, Sums sums, Scope scope) throws SQLException {
        var first = row.day("period");
        var group = new Scope.Group(
                row.text("channel"),
                row.text("location"),
                row.text("country"),
                row.text("sku"),
                row.text("customer"),
                row.text("currency"));
        var gross = row.sum("gross_minor");
        var returned = row.sum("returned_minor");
        return new Figure(
                null,
                period.text(first),
                group.channel(),
                group.location(),
                group.country(),
                group.sku(),
                group.customer(),
                group.currency(),
                gross,
                returned,
                gross.subtract(returned),
                row.sum("tax_minor"),
                discounts(row),
                sums.ofSkus() ? row.decimal("sold") : null,
                sums.ofSkus() ? row.decimal("returned") : null,
                sums.ofSkus() ? null : totals(row, sums),
                scope.within(first, period.last(first), group).positions(Measure.NET));
    }

    private static Figure.Discounts discounts(Row row) throws SQLException {
        return new Figure.Discounts(
                row.sum("loyalty_discount_minor"),
                row.sum("coupon_discount_minor"),
                row.sum("promotion_discount_minor"),
                row.sum("markdown_discount_minor"));
    }

    private static Figure.Totals totals(Row row, Sums sums) throws SQLException {
        return new Figure.Totals(
                row.count("sales"),
                row.count("returns"),
                sums.ofCustomers() ? null : row.sum("adjusted_minor"),
                row.sum("restocking_fee_minor"),
                row.sum("cash_rounding_minor"),
                row.sum("coupon_tenders_minor"));
    }

    private static String orEmpty(String text) {
        return text == null ? "" : text;
    }
}
