package org.cartulary.projection.trade;

import static org.cartulary.projection.kernel.Column.BIGINT;
import static org.cartulary.projection.kernel.Column.DATE;
import static org.cartulary.projection.kernel.Column.INSTANT;
import static org.cartulary.projection.kernel.Column.TEXT;

import org.cartulary.events.finance.FinanceEvent.FinancialAdjustmentRecorded;
import org.cartulary.projection.kernel.CopyRows;
import org.cartulary.projection.kernel.Recorded;
import org.cartulary.projection.kernel.Tables;

/** Money that moved without goods. */
final class AdjustmentRows {

    private static final String WRITE = """
            ${schema}.adjustment (adjustment, position, location, channel, country, business_day, kind,
                amount_minor, currency, reference, reason, occurred_at)""";

    private final CopyRows rows =
            new CopyRows(TEXT, BIGINT, TEXT, TEXT, TEXT, DATE, TEXT, BIGINT, TEXT, TEXT, TEXT, INSTANT);

    void add(Recorded recorded, FinancialAdjustmentRecorded e) {
        rows.add(
                e.adjustment(),
                recorded.position(),
                e.location(),
                e.channel(),
                e.country(),
                e.businessDay(),
                e.kind(),
                e.amount().amountMinor(),
                e.amount().currency(),
                e.reference(),
                e.reason(),
                e.occurredAt());
    }

    void write(Tables tables) {
        tables.copy(WRITE, rows);
    }
}
