package org.cartulary.projection.trade;

import static org.cartulary.projection.kernel.Column.BIGINT;
import static org.cartulary.projection.kernel.Column.DATE;
import static org.cartulary.projection.kernel.Column.INSTANT;
import static org.cartulary.projection.kernel.Column.INT;
import static org.cartulary.projection.kernel.Column.NUMERIC;
import static org.cartulary.projection.kernel.Column.TEXT;
import static org.cartulary.projection.kernel.Column.THOUSANDTHS;

import org.cartulary.events.sale.SaleEvent.SaleRecorded;
import org.cartulary.events.sale.SaleLine;
import org.cartulary.events.sale.Tax;
import org.cartulary.events.sale.Tender;
import org.cartulary.projection.kernel.CopyRows;
import org.cartulary.projection.kernel.Recorded;
import org.cartulary.projection.kernel.Tables;

/** Sales with their lines, taxes, named discounts and tenders. */
final class SaleRows {

    private static final String SALES = """
            ${schema}.sale (sale, position, receipt, location, channel, country, customer, currency,
                business_day, net_minor, tax_minor, stored_value_minor, total_minor, change_minor,
                cash_rounding_minor, handover, occurred_at, recorded_at)""";

    private static final String LINES = """
            ${schema}.sale_line (sale, line, position, sku, stock_location, quantity, unit_price,
                discount_minor, order_discount_minor, net_minor, tax_minor, business_day, location, channel,
                country, currency, stored_value)""";

    private static final String TAXES = "${schema}.sale_tax (sale, line, code, rate_ppm, base_minor, tax_minor)";

    private static final String DISCOUNTS = """
            ${schema}.sale_discount (sale, line, number, kind, amount_minor, reference)""";

    private static final String TENDERS = """
            ${schema}.sale_tender (sale, number, type, amount_minor, reference, last_four)""";

    private final CopyRows sales = new CopyRows(
            TEXT, BIGINT, TEXT, TEXT, TEXT, TEXT, TEXT, TEXT, DATE, BIGINT, BIGINT, BIGINT, BIGINT, BIGINT, BIGINT,
            TEXT, INSTANT, INSTANT);
    private final CopyRows lines = new CopyRows(
            TEXT,
            INT,
            BIGINT,
            TEXT,
            TEXT,
            THOUSANDTHS,
            NUMERIC,
            BIGINT,
            BIGINT,
            BIGINT,
            BIGINT,
            DATE,
            TEXT,
            TEXT,
            TEXT,
            TEXT,
            TEXT);
    private final CopyRows taxes = new CopyRows(TEXT, INT, TEXT, INT, BIGINT, BIGINT);
    private final CopyRows discounts = new CopyRows(TEXT, INT, INT, TEXT, BIGINT, TEXT);
    private final CopyRows tenders = new CopyRows(TEXT, INT, TEXT, BIGINT, TEXT, TEXT);

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
        tables.copy(SALES, sales);
        tables.copy(LINES, lines);
        tables.copy(TAXES, taxes);
        tables.copy(DISCOUNTS, discounts);
        tables.copy(TENDERS, tenders);
    }
}
