package org.cartulary.query.trade;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.cartulary.query.kernel.Conditions;
import org.cartulary.query.kernel.Read;
import org.cartulary.query.kernel.Row;
import org.cartulary.query.kernel.Sight;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Returns with and without a receipt. */
@Repository
class ReturnQuery {

    private static final String RETURNS = """
            select return_id, position, sale, receipt, location, channel, country, customer, currency, business_day,
                   net_minor, tax_minor, restocking_fee_minor, cash_rounding_minor, flagged, override_reason,
                   occurred_at, recorded_at, points_return, base_minor, reversed, returned
            from trade.return left join trade.return_points on points_return = return_id
            {where}
            """;
    private static final String OLDEST_FIRST = RETURNS + "order by position limit :fetch";
    private static final String NEWEST_FIRST = RETURNS + "order by position desc limit :fetch";

    private final JdbcClient database;

    ReturnQuery(JdbcClient database) {
        this.database = database;
    }

    List<Return> returns(TradeFilter filter, Read read) {
        return filter.on(new Conditions(), "business_day", read)
                .on(database, read.newestFirst() ? NEWEST_FIRST : OLDEST_FIRST)
                .query(Row.to(ReturnQuery::returned))
                .list();
    }

    Optional<Return> returned(String returnId, Sight sight) {
        return new Conditions()
                .equal("return_id", returnId)
                .atSeen(sight, "location = any (:seenLocations)")
                .ofSeen(sight, "channel = any (:seenChannels)")
                .on(database, RETURNS)
                .query(Row.to(ReturnQuery::returned))
                .optional()
                .map(found -> found.with(lines(returnId), refunds(returnId)));
    }

    private List<Return.Line> lines(String returnId) {
        return database.sql("""
                        select line, sale_line, sku, quantity, unit_price, net_minor, tax_minor, disposition, reason
                        from trade.return_line where return_id = :returnId order by line""")
                .param("returnId", returnId)
                .query(Row.to(row -> new Return.Line(
                        row.count("line"),
                        row.optionalCount("sale_line"),
                        row.text("sku"),
                        row.decimal("quantity"),
                        row.decimal("unit_price"),
                        row.number("net_minor"),
                        row.number("tax_minor"),
                        row.text("disposition"),
                        row.text("reason"))))
                .list();
    }

    private List<Return.Refund> refunds(String returnId) {
        return database.sql("""
                        select number, tender, type, amount_minor, reference
                        from trade.refund where return_id = :returnId order by number""")
                .param("returnId", returnId)
                .query(Row.to(row -> new Return.Refund(
                        row.count("number"),
                        row.optionalCount("tender"),
                        row.text("type"),
                        row.number("amount_minor"),
                        row.text("reference"))))
                .list();
    }

    private static Return.Points points(Row row) throws SQLException {
        if (row.text("points_return") == null) return null;
        return new Return.Points(row.number("base_minor"), row.number("reversed"), row.number("returned"));
    }

    private static Return returned(Row row) throws SQLException {
        return new Return(
                row.text("return_id"),
                row.number("position"),
                row.text("sale"),
                row.text("receipt"),
                row.text("location"),
                row.text("channel"),
                row.text("country"),
                row.text("customer"),
                row.text("currency"),
                row.day("business_day"),
                row.number("net_minor"),
                row.number("tax_minor"),
                row.number("restocking_fee_minor"),
                row.number("cash_rounding_minor"),
                row.flag("flagged"),
                row.text("override_reason"),
                points(row),
                row.instant("occurred_at"),
                row.instant("recorded_at"),
                null,
                null);
    }
}
