package org.cartulary.projection.loyalty;

import static org.cartulary.projection.kernel.Column.BIGINT;
import static org.cartulary.projection.kernel.Column.DATE;
import static org.cartulary.projection.kernel.Column.TEXT;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.cartulary.events.kernel.CustomerId;
import org.cartulary.events.kernel.ProgrammeId;
import org.cartulary.events.loyalty.LoyaltyEvent;
import org.cartulary.events.loyalty.LoyaltyEvent.CustomerEnrolled;
import org.cartulary.events.loyalty.LoyaltyEvent.TierReached;
import org.cartulary.events.loyalty.LoyaltyEvent.TierReviewed;
import org.cartulary.events.loyalty.LoyaltyId;
import org.cartulary.projection.kernel.Recorded;
import org.cartulary.projection.kernel.Rows;
import org.cartulary.projection.kernel.Tables;

/** The accounts that a batch touches. */
final class Accounts {

    private static final String TOUCHED = """
            select programme, customer, enrolled_on, balance, owed, tier, tier_until, position
            from ${schema}.account where (programme, customer) in (select * from unnest(?, ?))""";

    private static final String WRITE = """
            insert into ${schema}.account
                (programme, customer, enrolled_on, balance, owed, tier, tier_until, position)
            select * from unnest(?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (programme, customer) do update
            set balance = excluded.balance, owed = excluded.owed, tier = excluded.tier, tier_until = excluded.tier_until,
                position = excluded.position""";

    record Account(LocalDate enrolledOn, long balance, long owed, String tier, LocalDate tierUntil, long position) {

        private Account at(long last) {
            return new Account(enrolledOn, balance, owed, tier, tierUntil, last);
        }
    }

    private final Map<LoyaltyId, Account> accounts = new HashMap<>();

    void read(List<Recorded> batch, Tables tables) {
        var touched = new LinkedHashSet<LoyaltyId>();
        for (var recorded : batch) if (recorded.fact() instanceof LoyaltyEvent event) touched.add(idOf(event));
        var keys = new Rows(TEXT, TEXT);
        touched.forEach(id -> keys.add(id.programme(), id.customer()));
        tables.read(TOUCHED, keys, (row, number) -> accounts.put(id(row), account(row)));
    }

    /** The account as the event left it. */
    Account apply(LoyaltyEvent event, long position) {
        var id = idOf(event);
        var before = accounts.get(id);
        var after = switch (event) {
            case CustomerEnrolled e -> new Account(e.businessDay(), 0, 0, null, null, position);
            case TierReached e ->
                new Account(before.enrolledOn(), before.balance(), before.owed(), e.tier(), e.until(), position);
            case TierReviewed e ->
                new Account(before.enrolledOn(), before.balance(), before.owed(), e.tier(), e.until(), position);
            case LoyaltyEvent e -> changed(before, Change.of(e)).at(position);
        };
        accounts.put(id, after);
        return after;
    }

    private static Account changed(Account before, Change change) {
        if (change == null) return before;
        return new Account(
                before.enrolledOn(),
                before.balance() + change.points(),
                before.owed() + change.owed(),
                before.tier(),
                before.tierUntil(),
                before.position());
    }

    void write(Tables tables) {
        var rows = new Rows(TEXT, TEXT, DATE, BIGINT, BIGINT, TEXT, DATE, BIGINT);
        accounts.forEach((id, account) -> rows.add(
                id.programme(),
                id.customer(),
                account.enrolledOn(),
                account.balance(),
                account.owed(),
                account.tier(),
                account.tierUntil(),
                account.position()));
        tables.write(WRITE, rows);
    }

    static LoyaltyId idOf(LoyaltyEvent event) {
        return new LoyaltyId(event.programme(), event.customer());
    }

    private static LoyaltyId id(ResultSet row) throws SQLException {
        return new LoyaltyId(ProgrammeId.of(row.getString(1)), CustomerId.of(row.getString(2)));
    }

    private static Account account(ResultSet row) throws SQLException {
        return new Account(
                row.getObject(3, LocalDate.class),
                row.getLong(4),
                row.getLong(5),
                row.getString(6),
                row.getObject(7, LocalDate.class),
                row.getLong(8));
    }
}
