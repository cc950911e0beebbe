package org.cartulary.projection.loyalty;

import static org.cartulary.projection.kernel.Column.BIGINT;
import static org.cartulary.projection.kernel.Column.DATE;
import static org.cartulary.projection.kernel.Column.INSTANT;
import static org.cartulary.projection.kernel.Column.INT;
import static org.cartulary.projection.kernel.Column.TEXT;

import java.time.LocalDate;
import org.cartulary.events.loyalty.LoyaltyEvent;
import org.cartulary.events.loyalty.LoyaltyEvent.PointsEarned;
import org.cartulary.events.loyalty.LoyaltyEvent.PointsReversed;
import org.cartulary.events.loyalty.LoyaltyEvent.TierReached;
import org.cartulary.events.loyalty.LoyaltyEvent.TierReviewed;
import org.cartulary.projection.kernel.CopyRows;
import org.cartulary.projection.kernel.Recorded;
import org.cartulary.projection.kernel.Tables;

/** The statement of every account, and what counted towards its tiers. */
final class EntryRows {

    private static final String ENTRIES = """
            ${schema}.entry (position, programme, customer, kind, points, balance, owed, business_day, sale,
                return_id, tender, reason, terms, occurred_at, recorded_at)""";

    private static final String SPENDING = """
            ${schema}.spend_change (position, programme, customer, day, amount_minor, recorded_at)""";

    private static final String TIERS = """
            ${schema}.tier_change (position, programme, customer, tier, tier_until, recorded_at)""";

    private final CopyRows entries = new CopyRows(
            BIGINT, TEXT, TEXT, TEXT, BIGINT, BIGINT, BIGINT, DATE, TEXT, TEXT, INT, TEXT, INT, INSTANT, INSTANT);
    private final CopyRows spending = new CopyRows(BIGINT, TEXT, TEXT, DATE, BIGINT, INSTANT);
    private final CopyRows tiers = new CopyRows(BIGINT, TEXT, TEXT, TEXT, DATE, INSTANT);

    void apply(LoyaltyEvent event, Recorded recorded, Accounts.Account after) {
        var change = Change.of(event);
        if (change != null) add(event, recorded, change, after);
        if (event instanceof PointsEarned e) addSpend(recorded, e, e.businessDay(), e.baseMinor());
        if (event instanceof PointsReversed e) addSpend(recorded, e, e.earnedOn(), -e.baseMinor());
        if (event instanceof TierReached e) addTier(recorded, e, e.tier(), e.until());
        if (event instanceof TierReviewed e) addTier(recorded, e, e.tier(), e.until());
    }

    private void add(LoyaltyEvent event, Recorded recorded, Change change, Accounts.Account after) {
        entries.add(
                recorded.position(),
                event.programme(),
                event.customer(),
                change.kind(),
                change.points(),
                after.balance(),
                after.owed(),
                event.businessDay(),
                change.sale(),
                change.returnId(),
                change.tender(),
                change.reason(),
                change.terms(),
                event.occurredAt(),
                recorded.recordedAt());
    }

    private void addSpend(Recorded recorded, LoyaltyEvent event, LocalDate day, long amountMinor) {
        if (amountMinor != 0)
            spending.add(
                    recorded.position(), event.programme(), event.customer(), day, amountMinor, recorded.recordedAt());
    }

    private void addTier(Recorded recorded, LoyaltyEvent event, String tier, LocalDate until) {
        tiers.add(recorded.position(), event.programme(), event.customer(), tier, until, recorded.recordedAt());
    }

    void write(Tables tables) {
        tables.copy(ENTRIES, entries);
        tables.copy(SPENDING, spending);
        tables.copy(TIERS, tiers);
    }
}
