package org.cartulary.query.trade;

import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import org.cartulary.query.kernel.Conditions;
import org.cartulary.query.kernel.Read;
import org.cartulary.query.kernel.Refused;
import org.cartulary.query.kernel.Row;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The events behind a figure, from the facts and not from the sums that the figure is read from. */
@Repository
class EntryQuery {

    private final JdbcClient database;

    EntryQuery(JdbcClient database) {
        this.database = database;
    }

    /** In order of business day, position and line. */
    List<Entry> entries(Measure measure, Scope scope, Read read) {
        if (scope.hasSku() && !measure.byLine())
            throw Refused.invalid("measure", "can't be told for one SKU: " + measure.word());
        if (scope.hasCustomer() && !measure.byCustomer())
            throw Refused.invalid("measure", "can't be told for one customer: " + measure.word());
        return conditions(measure, scope, read)
                .value("taxed", measure == Measure.TAX)
                .value("sign", measure.returnSign())
                .value("discount", measure.discount())
                .value("fetch", read.fetch())
                .on(database, statement(measure))
                .query(Row.to(EntryQuery::entry))
                .list();
    }

    private static String statement(Measure measure) {
        return measure.entries().stream()
                .map(Entries::statement)
                .collect(Collectors.joining(
                        " union all ",
                        "select * from (",
                        ") entries order by business_day, position, line limit :fetch"));
    }

    private static Conditions conditions(Measure measure, Scope scope, Read read) {
        var conditions = scope.places(new Conditions(), "f.", read.sight())
                .equal("f.customer", scope.customerId())
                .atLeast("f.business_day", scope.from())
                .atMost("f.business_day", scope.to());
        if (scope.hasSku())
            conditions
                    .equal("l.sku", scope.sku().value())
                    .atLeast("l.business_day", scope.from())
                    .atMost("l.business_day", scope.to());
        return read.cursor() == null ? conditions : after(conditions, measure, read);
    }

    /** The first comparison is for the index on business day and position, the second is exact. */
    private static Conditions after(Conditions conditions, Measure measure, Read read) {
        conditions
                .value("day", read.cursor().day(0))
                .value("position", read.cursor().number(1));
        if (!measure.byLine()) return conditions.and("(f.business_day, f.position) > (:day, :position)");
        return conditions
                .and("(f.business_day, f.position) >= (:day, :position)")
                .and("(f.business_day, f.position, l.line) > (:day, :position, :line)")
                .value("line", read.cursor().number(2));
    }

    /** What orders the entry, for a cursor. */
    static List<?> key(Entry entry) {
        return List.of(entry.businessDay(), entry.position(), entry.line() == null ? 0 : entry.line());
    }

    private static Entry entry(Row row) throws SQLException {
        return new Entry(
                row.number("position"),
                Entry.Kind.valueOf(row.text("kind")),
                row.text("id"),
                row.optionalCount("line"),
                row.day("business_day"),
                row.text("sku"),
                row.optionalDecimal("quantity"),
                row.text("currency"),
                row.number("amount_minor"));
    }
}
