package org.cartulary.query.loyalty;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.cartulary.query.kernel.Conditions;
import org.cartulary.query.kernel.Read;
import org.cartulary.query.kernel.Refused;
import org.cartulary.query.kernel.Row;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Points accounts as they are, and as they were at any position. */
@Repository
class AccountQuery {

    private static final String ACCOUNTS = """
            select programme, customer, balance, owed, tier, tier_until, position from loyalty.account
            {where}
            order by programme, customer limit :fetch""";

    private static final String LOTS = """
            select l.lot, c.points, l.usable_from, l.expires_on
            from (select lot, sum(points)::bigint as points from loyalty.lot_change {where} group by lot) c
            join loyalty.lot l on l.programme = :programme and l.customer = :customer and l.lot = c.lot
            where c.points > 0
            order by l.expires_on nulls last, l.lot""";

    private static final String LAST_ENTRY = """
            select balance, owed, position from loyalty.entry {where} order by position desc limit 1""";

    private static final String LAST_TIER = """
            select tier, tier_until, position from loyalty.tier_change {where} order by position desc limit 1""";

    private static final String SPEND = """
            select coalesce(sum(amount_minor), 0)::bigint as amount_minor from loyalty.spend_change
            {where} and day > :since and day <= :today""";

    private static final String ENTRIES = """
            select position, kind, points, balance, owed, business_day, sale, return_id, tender, reason, terms, occurred_at,
                   recorded_at
            from loyalty.entry
            {where}
            """;

    private record Balance(long balance, long owed, long position) {}

    private record Rank(String tier, LocalDate until, long position) {}

    private final JdbcClient database;
    private final ProgrammeQuery programmes;
    private final Clock clock;

    AccountQuery(JdbcClient database, ProgrammeQuery programmes, ObjectProvider<Clock> clocks) {
        this.database = database;
        this.programmes = programmes;
        this.clock = clocks.getIfAvailable(Clock::systemUTC);
    }

    /** @param owing whether points are owed; null where that does not matter */
    List<PointsAccount> accounts(String programme, String customer, String tier, Boolean owing, Read read) {
        var conditions = new Conditions()
                .equal("programme", programme)
                .equal("customer", customer)
                .equal("tier", tier);
        if (owing != null) conditions.and(owing ? "owed > 0" : "owed = 0");
        if (read.cursor() != null)
            conditions
                    .and("(programme, customer) > (:lastProgramme, :lastCustomer)")
                    .value("lastProgramme", read.keyAfter(0))
                    .value("lastCustomer", read.keyAfter(1));
        return conditions
                .value("fetch", read.fetch())
                .on(database, ACCOUNTS)
                .query(Row.to(row -> new PointsAccount(
                        row.text("programme"),
                        row.text("customer"),
                        row.number("balance"),
                        null,
                        null,
                        row.number("owed"),
                        row.text("tier"),
                        row.day("tier_until"),
                        null,
                        null,
                        row.number("position"))))
                .list();
    }

    /** @throws Refused if there is no such account */
    PointsAccount account(String programme, String customer, AsOf asOf) {
        requireKnown(programme, customer);
        var sets = programmes.terms(programme);
        var zone = sets.getFirst().zone();
        var moment = asOf.recordedBy() == null ? clock.instant() : asOf.recordedBy();
        var today = moment.atZone(zone).toLocalDate();
        var lots = lots(programme, customer, asOf);
        var balance = balance(programme, customer, asOf);
        var rank = rank(programme, customer, asOf);
        long usable = lots.stream()
                .filter(lot -> lot.isUsable(today))
                .mapToLong(PointsAccount.Lot::points)
                .sum();
        long pending = lots.stream()
                .filter(lot -> !lot.isUsable(today) && !lot.isOver(today))
                .mapToLong(PointsAccount.Lot::points)
                .sum();
        int tierDays = ProgrammeQuery.on(sets, today).orElse(sets.getFirst()).tierDays();
        return new PointsAccount(
                programme,
                customer,
                balance.balance(),
                balance.owed() > 0 ? 0 : usable,
                pending,
                balance.owed(),
                rank.tier(),
                rank.until(),
                spend(programme, customer, asOf, today, tierDays),
                lots,
                Math.max(balance.position(), rank.position()));
    }

    List<PointsEntry> entries(String programme, String customer, AsOf asOf, Read read) {
        requireKnown(programme, customer);
        var order = read.newestFirst() ? "order by position desc limit :fetch" : "order by position limit :fetch";
        return of(programme, customer, asOf)
                .after("position", read)
                .value("fetch", read.fetch())
                .on(database, ENTRIES + order)
                .query(Row.to(row -> new PointsEntry(
                        row.number("position"),
                        row.text("kind"),
                        row.number("points"),
                        row.number("balance"),
                        row.number("owed"),
                        row.day("business_day"),
                        row.text("sale"),
                        row.text("return_id"),
                        row.optionalCount("tender"),
                        row.text("reason"),
                        row.optionalCount("terms"),
                        row.instant("occurred_at"),
                        row.instant("recorded_at"))))
                .list();
    }

    private void requireKnown(String programme, String customer) {
        var known = new Conditions()
                .equal("programme", programme)
                .equal("customer", customer)
                .on(database, "select position from loyalty.account {where}")
                .query(Row.to(row -> row.number("position")))
                .optional();
        if (known.isEmpty()) throw Refused.notFound("customer " + customer + " in programme " + programme);
    }

    private List<PointsAccount.Lot> lots(String programme, String customer, AsOf asOf) {
        return of(programme, customer, asOf)
                .value("programme", programme)
                .value("customer", customer)
                .on(database, LOTS)
                .query(Row.to(row -> new PointsAccount.Lot(
                        row.count("lot"), row.number("points"), row.day("usable_from"), row.day("expires_on"))))
                .list();
    }

    private Balance balance(String programme, String customer, AsOf asOf) {
        return of(programme, customer, asOf)
                .on(database, LAST_ENTRY)
                .query(Row.to(row -> new Balance(row.number("balance"), row.number("owed"), row.number("position"))))
                .optional()
                .orElse(new Balance(0, 0, 0));
    }

    private Rank rank(String programme, String customer, AsOf asOf) {
        return of(programme, customer, asOf)
                .on(database, LAST_TIER)
                .query(Row.to(row -> new Rank(row.text("tier"), row.day("tier_until"), row.number("position"))))
                .optional()
                .orElse(new Rank(null, null, 0));
    }

    private long spend(String programme, String customer, AsOf asOf, LocalDate today, int tierDays) {
        return of(programme, customer, asOf)
                .value("since", today.minusDays(tierDays))
                .value("today", today)
                .on(database, SPEND)
                .query(Row.to(row -> row.number("amount_minor")))
                .single();
    }

    private static Conditions of(String programme, String customer, AsOf asOf) {
        return asOf.on(new Conditions().equal("programme", programme).equal("customer", customer));
    }
}
