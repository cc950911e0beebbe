package org.cartulary.query.trade;

import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.cartulary.query.kernel.Conditions;
import org.cartulary.query.kernel.Read;
import org.cartulary.query.kernel.Row;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Figures out of the sums by day. Currencies always stay apart. */
@Repository
class FigureQuery {

    private static final String OF_SALES = """
        select {dimensions}, currency, sum(gross_minor) as gross_minor,
               sum(returned_minor) as returned_minor, sum(tax_minor) as tax_minor,
               sum(sales)::int as sales, sum(returns)::int as returns,
               sum(adjusted_minor) as adjusted_minor,
               sum(restocking_fee_minor) as restocking_fee_minor,
               sum(cash_rounding_minor) as cash_rounding_minor
        from trade.daily {where}
        group by 1, 2, 3, 4, 5, 6\
        """;
    private static final String OF_SKUS = """
        select {dimensions}, currency, sum(gross_minor) as gross_minor,
               sum(returned_minor) as returned_minor, sum(tax_minor) as tax_minor,
               sum(sold) as sold, sum(returned) as returned
        from trade.daily_sku {where}
        group by 1, 2, 3, 4, 5, 6\
        """;

    private static final String NO_DAY = "-infinity";
    private static final String KEY = "coalesce(period, '-infinity'), coalesce(channel, ''), coalesce(location, ''),"
            + " coalesce(country, ''), coalesce(sku, ''), currency";

    private final JdbcClient database;

    FigureQuery(JdbcClient database) {
        this.database = database;
    }

    /** In order of period, then of what they are grouped by, then of currency. */
    List<Figure> figures(Period period, Set<Dimension> group, Scope scope, Read read) {
        boolean ofSkus = scope.hasSku() || group.contains(Dimension.SKU);
        var page = "select * from (" + sums(period, group, ofSkus) + ") figures where (:first or (" + KEY
                + ") > (:day::date, :channel, :location, :country, :sku, :currency)) order by " + KEY + " limit :fetch";
        return after(scope.conditions(), period, read)
                .value("fetch", read.fetch())
                .on(database, page)
                .query(Row.to(row -> figure(row, period, ofSkus, scope)))
                .list();
    }

    /** The first of each currency, the largest first. */
    List<Figure> top(Dimension of, Ranking ranking, Scope scope, int count) {
        boolean ofSkus = scope.hasSku() || of == Dimension.SKU;
        var ranked = "select * from (select figures.*, row_number() over (partition by currency order by "
                + ranking.column() + " desc, " + of.word() + ") as rank from ("
                + sums(Period.TOTAL, Set.of(of), ofSkus)
                + ") figures) ranked where rank <= :count order by currency, rank";
        return scope.conditions()
                .value("count", count)
                .on(database, ranked)
                .query(Row.to(row -> figure(row, Period.TOTAL, ofSkus, scope).ranked(row.count("rank"))))
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
                .value("currency", first ? "" : read.keyAfter(5));
    }

    private static String sums(Period period, Set<Dimension> group, boolean ofSkus) {
        var dimensions = List.of(Dimension.values()).stream()
                .map(dimension -> group.contains(dimension) ? dimension.word() : "null as " + dimension.word())
                .collect(Collectors.joining(", ", period.column() + " as period, ", ""));
        return (ofSkus ? OF_SKUS : OF_SALES).replace("{dimensions}", dimensions);
    }

    private static Figure figure(Row row, Period period, boolean ofSkus, Scope scope) throws SQLException {
        var first = row.day("period");
        var group = new Scope.Group(
                row.text("channel"), row.text("location"), row.text("country"), row.text("sku"), row.text("currency"));
        var gross = row.sum("gross_minor");
        var returned = row.sum("returned_minor");
        return new Figure(
                null,
                period.text(first),
                group.channel(),
                group.location(),
                group.country(),
                group.sku(),
                group.currency(),
                gross,
                returned,
                gross.subtract(returned),
                row.sum("tax_minor"),
                ofSkus ? row.decimal("sold") : null,
                ofSkus ? row.decimal("returned") : null,
                ofSkus ? null : totals(row),
                scope.within(first, period.last(first), group).positions(Measure.NET));
    }

    private static Figure.Totals totals(Row row) throws SQLException {
        return new Figure.Totals(
                row.count("sales"),
                row.count("returns"),
                row.sum("adjusted_minor"),
                row.sum("restocking_fee_minor"),
                row.sum("cash_rounding_minor"));
    }

    private static String orEmpty(String text) {
        return text == null ? "" : text;
    }
}
