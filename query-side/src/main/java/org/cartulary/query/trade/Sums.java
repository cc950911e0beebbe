package org.cartulary.query.trade;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What figures are read from: the sums by day, of whole sales or of SKUs. Customers have no such sums, since there would be
 * about as many of them as there are sales; figures of customers are summed from the facts, which are found by customer.
 */
enum Sums {
    OF_SALES("trade.daily", Columns.SALES),
    OF_SKUS("trade.daily_sku", Columns.SKUS),
    OF_CUSTOMERS("""
            (select business_day, channel, location, country, customer, currency, 0 as gross_minor,
                    0 as returned_minor, 0 as tax_minor, 0 as loyalty_discount_minor, 0 as coupon_discount_minor,
                    0 as promotion_discount_minor, 0 as markdown_discount_minor, 1 as sales, 0 as returns,
                    0 as adjusted_minor, 0 as restocking_fee_minor, cash_rounding_minor,
                    (select coalesce(sum(t.amount_minor), 0) from trade.sale_tender t
                     where t.sale = s.sale and t.type = 'COUPON') as coupon_tenders_minor
             from trade.sale s
             union all
             select business_day, channel, location, country, customer, currency, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0,
                    restocking_fee_minor, -cash_rounding_minor, 0
             from trade.return
             union all
             select business_day, channel, location, country, customer, currency, gross_minor, returned_minor,
                    tax_minor, loyalty_discount_minor, coupon_discount_minor, promotion_discount_minor,
                    markdown_discount_minor, 0, 0, 0, 0, 0, 0
             from %s lines) facts""".formatted(Columns.LINES), Columns.SALES),
    OF_CUSTOMERS_BY_SKU(Columns.LINES + " facts", Columns.SKUS);

    private final String statement;

    Sums(String from, String columns) {
        this.statement = "select {dimensions}, currency, sum(gross_minor) as gross_minor,"
                + " sum(returned_minor) as returned_minor, sum(tax_minor) as tax_minor,"
                + " sum(loyalty_discount_minor) as loyalty_discount_minor,"
                + " sum(coupon_discount_minor) as coupon_discount_minor,"
                + " sum(promotion_discount_minor) as promotion_discount_minor,"
                + " sum(markdown_discount_minor) as markdown_discount_minor, " + columns + " from " + from
                + " {where}{known} group by 1, 2, 3, 4, 5, 6, 7";
    }

    static Sums of(Set<Dimension> group, Scope scope) {
        boolean ofSkus = scope.hasSku() || group.contains(Dimension.SKU);
        boolean ofCustomers = scope.hasCustomer() || group.contains(Dimension.CUSTOMER);
        if (ofCustomers) return ofSkus ? OF_CUSTOMERS_BY_SKU : OF_CUSTOMERS;
        return ofSkus ? OF_SKUS : OF_SALES;
    }

    boolean ofSkus() {
        return this == OF_SKUS || this == OF_CUSTOMERS_BY_SKU;
    }

    boolean ofCustomers() {
        return this == OF_CUSTOMERS || this == OF_CUSTOMERS_BY_SKU;
    }

    /** With {@code {where}} left to fill in. */
    String statement(Period period, Set<Dimension> group) {
        var dimensions = Arrays.stream(Dimension.values())
                .map(dimension -> group.contains(dimension) ? dimension.word() : "null as " + dimension.word())
                .collect(Collectors.joining(", ", period.column() + " as period, ", ""));
        return statement
                .replace("{dimensions}", dimensions)
                .replace("{known}", ofCustomers() ? " and customer is not null" : "");
    }

    /** Parts of the statements. */
    private static final class Columns {

        static final String SALES = "sum(sales)::int as sales, sum(returns)::int as returns,"
                + " sum(adjusted_minor) as adjusted_minor, sum(restocking_fee_minor) as restocking_fee_minor,"
                + " sum(cash_rounding_minor) as cash_rounding_minor, sum(coupon_tenders_minor) as coupon_tenders_minor";

        static final String SKUS = "sum(sold) as sold, sum(returned) as returned";

        /** What single lines add to the figures of a customer. */
        static final String LINES = """
                (select l.business_day, l.channel, l.location, l.country, s.customer, l.sku, l.currency,
                        l.quantity as sold, 0 as returned, l.net_minor as gross_minor, 0 as returned_minor, l.tax_minor,
                        coalesce(d.loyalty, 0) as loyalty_discount_minor, coalesce(d.coupon, 0) as coupon_discount_minor,
                        coalesce(d.promotion, 0) as promotion_discount_minor,
                        coalesce(d.markdown, 0) as markdown_discount_minor
                 from trade.sale s
                 join trade.sale_line l on l.sale = s.sale and l.stored_value is null
                 left join lateral (select sum(amount_minor) filter (where kind = 'LOYALTY') as loyalty,
                                           sum(amount_minor) filter (where kind = 'COUPON') as coupon,
                                           sum(amount_minor) filter (where kind = 'PROMOTION') as promotion,
                                           sum(amount_minor) filter (where kind = 'MARKDOWN') as markdown
                                    from trade.sale_discount where sale = l.sale and line = l.line) d on true
                 union all
                 select l.business_day, l.channel, l.location, l.country, r.customer, l.sku, l.currency, 0, l.quantity,
                        0, l.net_minor, -l.tax_minor, 0, 0, 0, 0
                 from trade.return r
                 join trade.return_line l on l.return_id = r.return_id)""";
    }
}
