package org.cartulary.query.loyalty;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import org.cartulary.query.kernel.Row;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the points of a programme come to, day by day, in points and in money. A late event changes the day it belongs to. */
@Repository
class LiabilityQuery {

    private static final String BEFORE = """
            select coalesce(sum(earned + adjusted - redeemed - reversed + returned - expired), 0) as points
            from loyalty.day where programme = :programme and day < :from""";

    private static final String DAYS = """
            select day, earned, adjusted, redeemed, reversed, returned, expired, position
            from loyalty.day where programme = :programme and day >= :from and day <= :to""";

    private record Moved(
            long earned, long adjusted, long redeemed, long reversed, long returned, long expired, Long position) {

        private static final Moved NOTHING = new Moved(0, 0, 0, 0, 0, 0, null);

        private BigInteger total() {
            return of(earned)
                    .add(of(adjusted))
                    .subtract(of(redeemed))
                    .subtract(of(reversed))
                    .add(of(returned))
                    .subtract(of(expired));
        }
    }

    private final JdbcClient database;
    private final ProgrammeQuery programmes;

    LiabilityQuery(JdbcClient database, ProgrammeQuery programmes) {
        this.database = database;
        this.programmes = programmes;
    }

    PointsLiability liability(String programme, LocalDate from, LocalDate to) {
        var sets = programmes.terms(programme);
        var moved = moved(programme, from, to);
        var points = before(programme, from);
        var days = new ArrayList<PointsLiability.Day>();
        for (var date = from; !date.isAfter(to); date = date.plusDays(1)) {
            var of = moved.getOrDefault(date, Moved.NOTHING);
            var closing = points.add(of.total());
            var terms = ProgrammeQuery.on(sets, date).orElse(null);
            days.add(day(date, points, of, closing, terms));
            points = closing;
        }
        return new PointsLiability(programme, sets.getFirst().currency(), days);
    }

    private static PointsLiability.Day day(
            LocalDate date, BigInteger opening, Moved moved, BigInteger closing, ProgrammeQuery.Set terms) {
        return new PointsLiability.Day(
                date,
                opening,
                of(moved.earned()),
                of(moved.adjusted()),
                of(moved.redeemed()),
                of(moved.reversed()),
                of(moved.returned()),
                of(moved.expired()),
                closing,
                terms == null ? null : worth(closing, terms),
                terms == null ? null : terms.terms().number(),
                moved.position());
    }

    private static BigInteger worth(BigInteger points, ProgrammeQuery.Set terms) {
        return new BigDecimal(points.multiply(of(terms.worthMinor())))
                .divide(BigDecimal.valueOf(terms.worthPoints()), 0, RoundingMode.HALF_UP)
                .toBigIntegerExact();
    }

    private BigInteger before(String programme, LocalDate from) {
        return database.sql(BEFORE)
                .param("programme", programme)
                .param("from", from)
                .query(Row.to(row -> row.sum("points")))
                .single();
    }

    private Map<LocalDate, Moved> moved(String programme, LocalDate from, LocalDate to) {
        var moved = new HashMap<LocalDate, Moved>();
        database.sql(DAYS)
                .param("programme", programme)
                .param("from", from)
                .param("to", to)
                .query(Row.to(row -> Map.entry(
                        row.day("day"),
                        new Moved(
                                row.number("earned"),
                                row.number("adjusted"),
                                row.number("redeemed"),
                                row.number("reversed"),
                                row.number("returned"),
                                row.number("expired"),
                                row.number("position")))))
                .list()
                .forEach(day -> moved.put(day.getKey(), day.getValue()));
        return moved;
    }

    private static BigInteger of(long number) {
        return BigInteger.valueOf(number);
    }
}
