package org.cartulary.projection.loyalty;

import static org.cartulary.projection.kernel.Column.BIGINT;
import static org.cartulary.projection.kernel.Column.DATE;
import static org.cartulary.projection.kernel.Column.TEXT;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.cartulary.events.kernel.ProgrammeId;
import org.cartulary.events.loyalty.LoyaltyEvent;
import org.cartulary.projection.kernel.Rows;
import org.cartulary.projection.kernel.Tables;

/** What happened to the points of a programme on each day. */
final class Days {

    private static final String WRITE = """
            insert into ${schema}.day as d
                (programme, day, earned, adjusted, redeemed, reversed, returned, expired, position)
            select * from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (programme, day) do update
            set earned = d.earned + excluded.earned, adjusted = d.adjusted + excluded.adjusted,
                redeemed = d.redeemed + excluded.redeemed, reversed = d.reversed + excluded.reversed,
                returned = d.returned + excluded.returned, expired = d.expired + excluded.expired,
                position = excluded.position""";

    private record Key(ProgrammeId programme, LocalDate day) {}

    /** Sums of a day, all of them counted upwards but adjustments. */
    private static final class Sums {
        private final long[] of = new long[Change.Kind.values().length];
        private long position;

        private long sum(Change.Kind kind) {
            return of[kind.ordinal()];
        }
    }

    private final Map<Key, Sums> days = new LinkedHashMap<>();

    void apply(LoyaltyEvent event, long position) {
        var change = Change.of(event);
        if (change == null) return;
        var sums = days.computeIfAbsent(new Key(event.programme(), event.businessDay()), none -> new Sums());
        sums.of[change.kind().ordinal()] += change.points();
        sums.position = position;
    }

    void write(Tables tables) {
        var rows = new Rows(TEXT, DATE, BIGINT, BIGINT, BIGINT, BIGINT, BIGINT, BIGINT, BIGINT);
        days.forEach((key, sums) -> rows.add(
                key.programme(),
                key.day(),
                sums.sum(Change.Kind.EARNED),
                sums.sum(Change.Kind.GRANTED) + sums.sum(Change.Kind.WITHDRAWN),
                -sums.sum(Change.Kind.REDEEMED),
                -sums.sum(Change.Kind.REVERSED),
                sums.sum(Change.Kind.RETURNED),
                -sums.sum(Change.Kind.EXPIRED),
                sums.position));
        tables.write(WRITE, rows);
    }
}
