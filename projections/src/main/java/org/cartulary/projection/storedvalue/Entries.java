package org.cartulary.projection.storedvalue;

import static org.cartulary.projection.kernel.Column.BIGINT;
import static org.cartulary.projection.kernel.Column.DATE;
import static org.cartulary.projection.kernel.Column.INSTANT;
import static org.cartulary.projection.kernel.Column.INT;
import static org.cartulary.projection.kernel.Column.NUMERIC;
import static org.cartulary.projection.kernel.Column.TEXT;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.cartulary.events.kernel.CurrencyCode;
import org.cartulary.events.kernel.LocationId;
import org.cartulary.events.kernel.ReturnId;
import org.cartulary.events.kernel.SaleId;
import org.cartulary.events.storedvalue.AccountKind;
import org.cartulary.events.storedvalue.StoredValueEvent;
import org.cartulary.events.storedvalue.StoredValueEvent.ValueExpired;
import org.cartulary.events.storedvalue.StoredValueEvent.ValueLoaded;
import org.cartulary.events.storedvalue.StoredValueEvent.ValueRedeemed;
import org.cartulary.events.storedvalue.StoredValueEvent.ValueRefunded;
import org.cartulary.projection.kernel.CopyRows;
import org.cartulary.projection.kernel.Recorded;
import org.cartulary.projection.kernel.Rows;
import org.cartulary.projection.kernel.Tables;

/** What a batch moved: one row for each entry, and what its days add up to. */
final class Entries {

    private static final String ENTRIES = """
            ${schema}.entry (position, account, kind, currency, cause, change_minor, balance_minor, location,
                sale, return_id, tender, reason, business_day, occurred_at, recorded_at)""";

    private static final String DAYS = """
            insert into ${schema}.daily
                (business_day, kind, currency, sold_minor, issued_minor, refunded_minor, redeemed_minor, expired_minor,
                 entries, first_position, last_position)
            select * from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (kind, currency, business_day) do update
            set sold_minor = daily.sold_minor + excluded.sold_minor,
                issued_minor = daily.issued_minor + excluded.issued_minor,
                refunded_minor = daily.refunded_minor + excluded.refunded_minor,
                redeemed_minor = daily.redeemed_minor + excluded.redeemed_minor,
                expired_minor = daily.expired_minor + excluded.expired_minor,
                entries = daily.entries + excluded.entries,
                last_position = excluded.last_position""";

    /** Why a balance changed. */
    private enum Cause {
        SOLD,
        ISSUED,
        LOADED,
        RETURNED,
        REFUNDED,
        REDEEMED,
        EXPIRED;

        /** What is given without a sale is issued; what a return gives is refunded, to whichever account. */
        Cause summed() {
            return switch (this) {
                case SOLD, REFUNDED, REDEEMED, EXPIRED, ISSUED -> this;
                case LOADED -> ISSUED;
                case RETURNED -> REFUNDED;
            };
        }
    }

    private record Day(LocalDate businessDay, AccountKind kind, CurrencyCode currency) {}

    private static final class Sums {
        final Map<Cause, BigInteger> minor = new EnumMap<>(Cause.class);
        int entries;
        long firstPosition;
        long lastPosition;

        BigInteger of(Cause cause) {
            return minor.getOrDefault(cause, BigInteger.ZERO);
        }
    }

    private final CopyRows entries = new CopyRows(
            BIGINT, TEXT, TEXT, TEXT, TEXT, BIGINT, BIGINT, TEXT, TEXT, TEXT, INT, TEXT, DATE, INSTANT, INSTANT);
    private final Map<Day, Sums> days = new HashMap<>();

    void add(Recorded recorded, ValueLoaded e) {
        var cause = Cause.valueOf(e.cause().name());
        var day = new Day(e.businessDay(), e.kind(), e.currency());
        add(
                recorded,
                e,
                day,
                cause,
                e.amountMinor(),
                e.balanceMinor(),
                e.location(),
                e.sale(),
                e.returnId(),
                null,
                e.reason());
    }

    void add(Recorded recorded, ValueRedeemed e) {
        var day = new Day(e.businessDay(), e.kind(), e.currency());
        add(
                recorded,
                e,
                day,
                Cause.REDEEMED,
                -e.amountMinor(),
                e.balanceMinor(),
                e.location(),
                e.sale(),
                null,
                e.tender(),
                null);
    }

    void add(Recorded recorded, ValueRefunded e) {
        var day = new Day(e.businessDay(), e.kind(), e.currency());
        add(
                recorded,
                e,
                day,
                Cause.REFUNDED,
                e.amountMinor(),
                e.balanceMinor(),
                e.location(),
                null,
                e.returnId(),
                e.tender(),
                null);
    }

    void add(Recorded recorded, ValueExpired e) {
        var day = new Day(e.businessDay(), e.kind(), e.currency());
        add(recorded, e, day, Cause.EXPIRED, -e.amountMinor(), e.balanceMinor(), null, null, null, null, null);
    }

    private void add(
            Recorded recorded,
            StoredValueEvent event,
            Day day,
            Cause cause,
            long changeMinor,
            long balanceMinor,
            LocationId location,
            SaleId sale,
            ReturnId returnId,
            Integer tender,
            String reason) {
        entries.add(
                recorded.position(),
                event.account(),
                day.kind(),
                day.currency(),
                cause,
                changeMinor,
                balanceMinor,
                location,
                sale,
                returnId,
                tender,
                reason,
                day.businessDay(),
                event.occurredAt(),
                recorded.recordedAt());
        var sums = days.computeIfAbsent(day, none -> new Sums());
        sums.minor.merge(cause.summed(), BigInteger.valueOf(Math.abs(changeMinor)), BigInteger::add);
        if (sums.entries++ == 0) sums.firstPosition = recorded.position();
        sums.lastPosition = recorded.position();
    }

    void write(Tables tables) {
        tables.copy(ENTRIES, entries);
        var rows = new Rows(DATE, TEXT, TEXT, NUMERIC, NUMERIC, NUMERIC, NUMERIC, NUMERIC, INT, BIGINT, BIGINT);
        days.forEach((day, sums) -> rows.add(
                day.businessDay(),
                day.kind(),
                day.currency(),
                sums.of(Cause.SOLD),
                sums.of(Cause.ISSUED),
                sums.of(Cause.REFUNDED),
                sums.of(Cause.REDEEMED),
                sums.of(Cause.EXPIRED),
                sums.entries,
                sums.firstPosition,
                sums.lastPosition));
        tables.write(DAYS, rows);
    }
}
