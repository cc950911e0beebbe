package org.cartulary.query.trade;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cartulary.query.kernel.Conditions;
import org.cartulary.query.kernel.Decimal;
import org.cartulary.query.kernel.Read;
import org.cartulary.query.kernel.Row;
import org.cartulary.query.kernel.Sight;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Sales as they were settled, and what came back of them since. */
@Repository
class SaleQuery {

    private static final String SALES = """
            select sale, position, receipt, location, channel, country, customer, currency, business_day, net_minor,
                   tax_minor, stored_value_minor, total_minor, change_minor, cash_rounding_minor, handover, occurred_at,
                   recorded_at, programme, base_minor, earned, spent
            from trade.sale left join trade.sale_points on points_sale = sale
            {where}
            """;
    private static final String OLDEST_FIRST = SALES + "order by position limit :fetch";
    private static final String NEWEST_FIRST = SALES + "order by position desc limit :fetch";

    private final JdbcClient database;

    SaleQuery(JdbcClient database) {
        this.database = database;
    }

    List<Sale> sales(TradeFilter filter, Read read) {
        return filter.on(new Conditions(), "business_day", read)
                .on(database, read.newestFirst() ? NEWEST_FIRST : OLDEST_FIRST)
                .query(Row.to(SaleQuery::sale))
                .list();
    }

    Optional<Sale> sale(String sale, Sight sight) {
        return new Conditions()
                .equal("sale", sale)
                .atSeen(sight, "location = any (:seenLocations)")
                .ofSeen(sight, "channel = any (:seenChannels)")
                .on(database, SALES)
                .query(Row.to(SaleQuery::sale))
                .optional()
                .map(found -> found.with(lines(sale), tenders(sale)));
    }

    private List<Sale.Line> lines(String sale) {
        var taxes = taxes(sale);
        var discounts = discounts(sale);
        return database.sql("""
                        select l.line, l.sku, l.stock_location, l.quantity, l.unit_price, l.discount_minor,
                               l.order_discount_minor, l.net_minor, l.tax_minor, l.stored_value, r.quantity as returned,
                               r.net_minor as returned_net_minor, r.tax_minor as returned_tax_minor
                        from trade.sale_line l
                        left join (select sale_line, sum(quantity) as quantity, sum(net_minor)::bigint as net_minor,
                                          sum(tax_minor)::bigint as tax_minor
                                   from trade.return_line where sale = :sale group by sale_line) r
                               on r.sale_line = l.line
                        where l.sale = :sale order by l.line""")
                .param("sale", sale)
                .query(Row.to(row -> line(row, taxes, discounts)))
                .list();
    }

    private Map<Integer, List<Sale.Tax>> taxes(String sale) {
        return database
                .sql("""
                        select line, code, rate_ppm, base_minor, tax_minor from trade.sale_tax
                        where sale = :sale order by line, code, rate_ppm""")
                .param("sale", sale)
                .query(Row.to(row -> Map.entry(
                        row.count("line"),
                        new Sale.Tax(
                                row.text("code"),
                                row.count("rate_ppm"),
                                row.number("base_minor"),
                                row.number("tax_minor")))))
                .list()
                .stream()
                .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toList())));
    }

    private Map<Integer, List<Sale.Discount>> discounts(String sale) {
        return database
                .sql("""
                        select line, kind, amount_minor, reference from trade.sale_discount
                        where sale = :sale order by line, number""")
                .param("sale", sale)
                .query(Row.to(row -> Map.entry(
                        row.count("line"),
                        new Sale.Discount(row.text("kind"), row.number("amount_minor"), row.text("reference")))))
                .list()
                .stream()
                .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toList())));
    }

    private List<Sale.Tender> tenders(String sale) {
        return database.sql("""
                        select t.number, t.type, t.amount_minor, t.reference, t.last_four,
                               (select coalesce(sum(f.amount_minor), 0)::bigint
                                from trade.return r join trade.refund f on f.return_id = r.return_id
                                where r.sale = t.sale and f.tender = t.number) as refunded_minor
                        from trade.sale_tender t where t.sale = :sale order by t.number""")
                .param("sale", sale)
                .query(Row.to(row -> new Sale.Tender(
                        row.count("number"),
                        row.text("type"),
                        row.number("amount_minor"),
                        row.number("refunded_minor"),
                        row.text("reference"),
                        row.text("last_four"))))
                .list();
    }

    private static Sale.Line line(
            Row row, Map<Integer, List<Sale.Tax>> taxes, Map<Integer, List<Sale.Discount>> discounts)
            throws SQLException {
        return new Sale.Line(
                row.count("line"),
                row.text("sku"),
                row.text("stock_location"),
                row.decimal("quantity"),
                row.decimal("unit_price"),
                row.number("discount_minor"),
                discounts.get(row.count("line")),
                row.number("order_discount_minor"),
                row.number("net_minor"),
                row.number("tax_minor"),
                taxes.getOrDefault(row.count("line"), List.of()),
                row.decimal("returned"),
                row.number("returned_net_minor"),
                row.number("returned_tax_minor"),
                row.text("stored_value") == null
                        ? row.decimal("quantity").minus(row.decimal("returned"))
                        : Decimal.ZERO,
                row.text("stored_value"));
    }

    private static Sale.Points points(Row row) throws SQLException {
        if (row.text("programme") == null) return null;
        return new Sale.Points(
                row.text("programme"), row.number("base_minor"), row.number("earned"), row.number("spent"));
    }

    private static Sale sale(Row row) throws SQLException {
        return new Sale(
                row.text("sale"),
                row.number("position"),
                row.text("receipt"),
                row.text("location"),
                row.text("channel"),
                row.text("country"),
                row.text("customer"),
                row.text("currency"),
                row.day("business_day"),
                row.number("net_minor"),
                row.number("tax_minor"),
                row.number("stored_value_minor"),
                row.number("total_minor"),
                row.number("change_minor"),
                row.number("cash_rounding_minor"),
                row.text("handover"),
                points(row),
                row.instant("occurred_at"),
                row.instant("recorded_at"),
                null,
                null);
    }
}
