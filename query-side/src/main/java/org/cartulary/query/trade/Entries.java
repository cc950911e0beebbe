package org.cartulary.query.trade;

/**
 * The facts of which figures are sums, as statements that list the first of them in order of business day, position and
 * line. {@code :taxed} chooses tax instead of net amounts, {@code :sign} says how what came back counts, {@code :discount}
 * which discounts are meant.
 */
enum Entries {
    SOLD(true, """
            (select f.business_day, f.position, 'SALE' as kind, f.sale as id, l.line, l.sku, l.quantity, f.currency,
                    case when :taxed then l.tax_minor else l.net_minor end as amount_minor
             from trade.sale f join trade.sale_line l on l.sale = f.sale
             {where} and l.stored_value is null
             order by f.business_day, f.position, l.line limit :fetch)"""),
    RETURNED(true, """
            (select f.business_day, f.position, 'RETURN' as kind, f.return_id as id, l.line, l.sku,
                    :sign * l.quantity as quantity, f.currency,
                    :sign * case when :taxed then l.tax_minor else l.net_minor end as amount_minor
             from trade.return f join trade.return_line l on l.return_id = f.return_id
             {where}
             order by f.business_day, f.position, l.line limit :fetch)"""),
    ADJUSTED(false, """
            (select f.business_day, f.position, 'ADJUSTMENT' as kind, f.adjustment as id, null::int as line,
                    null as sku, null::numeric as quantity, f.currency, f.amount_minor
             from trade.adjustment f
             {where}
             order by f.business_day, f.position limit :fetch)"""),
    RESTOCKING_FEES(false, """
            (select f.business_day, f.position, 'RETURN' as kind, f.return_id as id, null::int as line,
                    null as sku, null::numeric as quantity, f.currency, f.restocking_fee_minor as amount_minor
             from trade.return f
             {where} and f.restocking_fee_minor <> 0
             order by f.business_day, f.position limit :fetch)"""),
    ROUNDED_SALES(false, """
            (select f.business_day, f.position, 'SALE' as kind, f.sale as id, null::int as line,
                    null as sku, null::numeric as quantity, f.currency, f.cash_rounding_minor as amount_minor
             from trade.sale f
             {where} and f.cash_rounding_minor <> 0
             order by f.business_day, f.position limit :fetch)"""),
    ROUNDED_RETURNS(false, """
            (select f.business_day, f.position, 'RETURN' as kind, f.return_id as id, null::int as line,
                    null as sku, null::numeric as quantity, f.currency, :sign * f.cash_rounding_minor as amount_minor
             from trade.return f
             {where} and f.cash_rounding_minor <> 0
             order by f.business_day, f.position limit :fetch)"""),
    DISCOUNTED(true, """
            (select f.business_day, f.position, 'SALE' as kind, f.sale as id, l.line, l.sku, l.quantity, f.currency,
                    d.amount_minor
             from trade.sale f join trade.sale_line l on l.sale = f.sale
             cross join lateral (select sum(s.amount_minor)::bigint as amount_minor from trade.sale_discount s
                                 where s.sale = l.sale and s.line = l.line and s.kind = :discount) d
             {where} and d.amount_minor <> 0
             order by f.business_day, f.position, l.line limit :fetch)"""),
    PAID_WITH_COUPONS(false, """
            (select f.business_day, f.position, 'SALE' as kind, f.sale as id, null::int as line,
                    null as sku, null::numeric as quantity, f.currency, t.amount_minor
             from trade.sale f
             cross join lateral (select sum(s.amount_minor)::bigint as amount_minor from trade.sale_tender s
                                 where s.sale = f.sale and s.type = 'COUPON') t
             {where} and t.amount_minor <> 0
             order by f.business_day, f.position limit :fetch)""");

    private final boolean byLine;
    private final String statement;

    Entries(boolean byLine, String statement) {
        this.byLine = byLine;
        this.statement = statement;
    }

    /** Whether there is one for each line {@code l} of a fact {@code f}, or one for the fact as a whole. */
    boolean byLine() {
        return byLine;
    }

    String statement() {
        return statement;
    }
}
