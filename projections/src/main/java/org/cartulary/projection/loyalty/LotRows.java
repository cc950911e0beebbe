package org.cartulary.projection.loyalty;

import static org.cartulary.projection.kernel.Column.BIGINT;
import static org.cartulary.projection.kernel.Column.DATE;
import static org.cartulary.projection.kernel.Column.INSTANT;
import static org.cartulary.projection.kernel.Column.INT;
import static org.cartulary.projection.kernel.Column.TEXT;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.cartulary.events.lot.LotPart;
import org.cartulary.events.loyalty.LoyaltyEvent;
import org.cartulary.events.loyalty.LoyaltyEvent.PointsEarned;
import org.cartulary.events.loyalty.LoyaltyId;
import org.cartulary.projection.kernel.CopyRows;
import org.cartulary.projection.kernel.Recorded;
import org.cartulary.projection.kernel.Rows;
import org.cartulary.projection.kernel.Tables;

/** What lots hold, and each change of it. */
final class LotRows {

    /** A lot begins with the event that opened it; whatever comes later changes its points alone. */
    private static final String LOTS = """
            insert into ${schema}.lot as l (programme, customer, lot, points, usable_from, expires_on)
            select * from unnest(?, ?, ?, ?, ?, ?)
            on conflict (programme, customer, lot) do update set points = l.points + excluded.points""";

    private static final String CHANGES = """
            ${schema}.lot_change (position, programme, customer, lot, points, recorded_at)""";

    private record Key(LoyaltyId account, int lot) {}

    private record Lot(long points, LocalDate usableFrom, LocalDate expiresOn) {

        private Lot plus(long more) {
            return new Lot(points + more, usableFrom, expiresOn);
        }
    }

    private final Map<Key, Lot> lots = new LinkedHashMap<>();
    private final CopyRows changes = new CopyRows(BIGINT, TEXT, TEXT, INT, BIGINT, INSTANT);

    void apply(LoyaltyEvent event, Recorded recorded) {
        var change = Change.of(event);
        if (change == null) return;
        var usableFrom = event instanceof PointsEarned e ? e.usableFrom() : null;
        for (var part : change.into()) add(event, recorded, part, part.amount(), usableFrom);
        for (var part : change.outOf()) add(event, recorded, part, -part.amount(), null);
    }

    private void add(LoyaltyEvent event, Recorded recorded, LotPart part, long points, LocalDate usableFrom) {
        if (points == 0) return;
        var account = Accounts.idOf(event);
        lots.merge(
                new Key(account, part.lot()),
                new Lot(points, usableFrom, part.expiresOn()),
                (before, more) -> before.plus(points));
        changes.add(
                recorded.position(),
                account.programme(),
                account.customer(),
                part.lot(),
                points,
                recorded.recordedAt());
    }

    void write(Tables tables) {
        var rows = new Rows(TEXT, TEXT, INT, BIGINT, DATE, DATE);
        lots.forEach((key, lot) -> rows.add(
                key.account().programme(),
                key.account().customer(),
                key.lot(),
                lot.points(),
                lot.usableFrom(),
                lot.expiresOn()));
        tables.write(LOTS, rows);
        tables.copy(CHANGES, changes);
    }
}
