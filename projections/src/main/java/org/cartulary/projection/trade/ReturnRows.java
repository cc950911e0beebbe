package org.cartulary.projection.trade;

import static org.cartulary.projection.kernel.Column.BIGINT;
import static org.cartulary.projection.kernel.Column.BOOLEAN;
import static org.cartulary.projection.kernel.Column.DATE;
import static org.cartulary.projection.kernel.Column.INSTANT;
import static org.cartulary.projection.kernel.Column.INT;
import static org.cartulary.projection.kernel.Column.NUMERIC;
import static org.cartulary.projection.kernel.Column.TEXT;
import static org.cartulary.projection.kernel.Column.THOUSANDTHS;

import org.cartulary.events.returns.Refund;
import org.cartulary.events.returns.ReturnLine;
import org.cartulary.projection.kernel.CopyRows;
import org.cartulary.projection.kernel.Recorded;
import org.cartulary.projection.kernel.Tables;

/** Returns with their lines and refunds. */
final class ReturnRows {

    private static final String RETURNS = """
            ${schema}.return (return_id, position, sale, receipt, location, channel, country, customer,
                currency, business_day, net_minor, tax_minor, restocking_fee_minor, cash_rounding_minor,
                flagged, override_reason, occurred_at, recorded_at)""";

    private static final String LINES = """
            ${schema}.return_line (return_id, line, position, sale, sale_line, sku, quantity, unit_price,
                net_minor, tax_minor, disposition, reason, business_day, location, channel, country, currency)""";

    private static final String REFUNDS = """
            ${schema}.refund (return_id, number, tender, type, amount_minor, reference)""";

    private final CopyRows returns = new CopyRows(
            TEXT, BIGINT, TEXT, TEXT, TEXT, TEXT, TEXT, TEXT, TEXT, DATE, BIGINT, BIGINT, BIGINT, BIGINT, BOOLEAN, TEXT,
            INSTANT, INSTANT);
    private final CopyRows lines = new CopyRows(
            TEXT,
            INT,
            BIGINT,
            TEXT,
            INT,
            TEXT,
            THOUSANDTHS,
            NUMERIC,
            BIGINT,
            BIGINT,
            TEXT,
            TEXT,
            DATE,
            TEXT,
            TEXT,
            TEXT,
            TEXT);
    private final CopyRows refunds = new CopyRows(TEXT, INT, INT, TEXT, BIGINT, TEXT);

    void add(Recorded recorded, GoodsBack goods) {
        returns.add(
                goods.returnId(),
                recorded.position(),
                goods.sale(),
                goods.receipt(),
                goods.location(),
                goods.channel(),
                goods.country(),
                goods.customer(),
                goods.currency(),
                goods.businessDay(),
                goods.netMinor(),
                goods.taxMinor(),
                goods.restockingFeeMinor(),
                goods.cashRoundingMinor(),
                goods.isFlagged(),
                goods.override() == null ? null : goods.override().reason(),
                goods.occurredAt(),
                recorded.recordedAt());
        for (var line : goods.lines()) add(recorded, goods, line);
        int number = 1;
        for (var refund : goods.refunds()) add(goods, number++, refund);
    }

    private void add(Recorded recorded, GoodsBack goods, ReturnLine line) {
        lines.add(
                goods.returnId(),
                line.number(),
                recorded.position(),
                goods.sale(),
                line.saleLine(),
                line.sku(),
                line.quantity().thousandths(),
                line.unitPrice(),
                line.netMinor(),
                line.taxMinor(),
                line.disposition(),
                line.reason(),
                goods.businessDay(),
                goods.location(),
                goods.channel(),
                goods.country(),
                goods.currency());
    }

    private void add(GoodsBack goods, int number, Refund refund) {
        refunds.add(goods.returnId(), number, refund.tender(), refund.type(), refund.amountMinor(), refund.reference());
    }

    void write(Tables tables) {
        tables.copy(RETURNS, returns);
        tables.copy(LINES, lines);
        tables.copy(REFUNDS, refunds);
    }
}
