package org.cartulary.projection.trade;

import static org.cartulary.projection.kernel.Column.BIGINT;
import static org.cartulary.projection.kernel.Column.DATE;
import static org.cartulary.projection.kernel.Column.INSTANT;
import static org.cartulary.projection.kernel.Column.INT;
import static org.cartulary.projection.kernel.Column.NUMERIC;
import static org.cartulary.projection.kernel.Column.TEXT;

import org.cartulary.events.sale.SaleEvent.SaleRecorded;
import org.cartulary.events.sale.SaleLine;
import org.cartulary.events.sale.Tax;
import org.cartulary.events.sale.Tender;
import org.cartulary.projection.kernel.Recorded;
import org.cartulary.projection.kernel.Rows;
import org.cartulary.projection.kernel.Tables;

/** Sales with their lines, taxes, named discounts and tenders. */
final class SaleRows {

    private static final String SALES = """
            insert into ${schema}.sale
                (sale, position, receipt, location, channel, country, customer, currency, business_day, net_minor,
                 tax_minor, stored_value_minor, total_minor, change_minor, cash_rounding_minor, handover, occurred_at,
                 recorded_at)
            select * from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";

    private static final String LINES = """
            insert into ${schema}.sale_line
                (sale, line, position, sku, stock_location, quantity, unit_price, discount_minor, order_discount_minor,
                 net_minor, tax_minor, business_day, location, channel, country, currency, stored_value)
            select sale, line, position, sku, stock_location, quantity * 0.001, unit_price, discount_minor,
                   order_discount_minor, net_minor, tax_minor, business_day, location, channel, country, currency,
                   stored_value
            from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                as l(sale, line, position, sku, stock_location, quantity, unit_price, discount_minor,
                     order_discount_minor, net_minor, tax_minor, business_day, location, channel, country, currency,
                     stored_value)""";

    private static final String TAXES = """
            insert into ${schema}.sale_tax (sale, line, code, rate_ppm, base_minor, tax_minor)
            select * from unnest(?, ?, ?, ?, ?, ?)""";

    private static final String DISCOUNTS = """
            insert into ${schema}.sale_discount (sale, line, number, kind, amount_minor, reference)
            select * from unnest(?, ?, ?, ?, ?, ?)""";

    private static final String TENDERS = """
            insert into ${schema}.sale_tender (sale, number, type, amount_minor, reference, last_four)
            select * from unnest(?, ?, ?, ?, ?, ?)""";

    private final Rows sales = new Rows(
            TEXT, BIGINT, TEXT, TEXT, TEXT, TEXT, TEXT, TEXT, DATE, BIGINT, BIGINT, BIGINT, BIGINT, BIGINT, BIGINT,
            TEXT, INSTANT, INSTANT);
    private final Rows lines = new Rows(
            TEXT, INT, BIGINT, TEXT, TEXT, BIGINT, NUMERIC, BIGINT, BIGINT, BIGINT, BIGINT, DATE, TEXT, TEXT, TEXT,
            TEXT, TEXT);
    private final Rows taxes = new Rows(TEXT, INT, TEXT, INT, BIGINT, BIGINT);
    private final Rows discounts = new Rows(TEXT, INT, INT, TEXT, BIGINT, TEXT);
    private final Rows tenders = new Rows(TEXT, INT, TEXT, BIGINT, TEXT, TEXT);

    void add(Recorded recorded, SaleRecorded sale) {
        sales.add(
                sale.sale(),
                recorded.position(),
                sale.receipt(),
                sale.location(),
                sale.channel(),
                sale.country(),
                sale.customer(),
                sale.currency(),
                sale.businessDay(),
                sale.lines().stream()
                        .filter(SaleRows::isRevenue)
                        .mapToLong(SaleLine::netMinor)
                        .sum(),
                sale.lines().stream().mapToLong(SaleLine::taxMinor).sum(),
                sale.lines().stream()
                        .filter(line -> !isRevenue(line))
                        .mapToLong(SaleLine::grossMinor)
                        .sum(),
                sale.totalMinor(),
                sale.changeMinor(),
                sale.cashRoundingMinor(),
                sale.handover(),
                sale.occurredAt(),
                recorded.recordedAt());
        for (var line : sale.lines()) add(recorded, sale, line);
        for (var tender : sale.tenders()) add(sale, tender);
    }

    private void add(Recorded recorded, SaleRecorded sale, SaleLine line) {
        lines.add(
                sale.sale(),
                line.number(),
                recorded.position(),
                line.sku(),
                line.stock(),
                line.quantity().thousandths(),
                line.unitPrice(),
                line.discountMinor(),
                line.orderDiscountMinor(),
                line.netMinor(),
                line.taxMinor(),
                sale.businessDay(),
                sale.location(),
                sale.channel(),
                sale.country(),
                sale.currency(),
                line.storedValue());
        for (var tax : line.taxes()) add(sale, line, tax);
        if (line.discounts() != null) addDiscounts(sale, line);
    }

    /** Selling a gift card is a liability. */
    static boolean isRevenue(SaleLine line) {
        return line.storedValue() == null;
    }

    private void addDiscounts(SaleRecorded sale, SaleLine line) {
        int number = 0;
        for (var discount : line.discounts())
            discounts.add(
                    sale.sale(),
                    line.number(),
                    ++number,
                    discount.kind(),
                    discount.amountMinor(),
                    discount.reference());
    }

    private void add(SaleRecorded sale, SaleLine line, Tax tax) {
        taxes.add(sale.sale(), line.number(), tax.code(), tax.ratePpm(), tax.baseMinor(), tax.taxMinor());
    }

    private void add(SaleRecorded sale, Tender tender) {
        tenders.add(
                sale.sale(),
                tender.number(),
                tender.type(),
                tender.amountMinor(),
                tender.reference(),
                tender.lastFour());
    }

    void write(Tables tables) {
        tables.write(SALES, sales);
        tables.write(LINES, lines);
        tables.write(TAXES, taxes);
        tables.write(DISCOUNTS, discounts);
        tables.write(TENDERS, tenders);
    }
}
