package org.cartulary.query.storedvalue;

import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.cartulary.query.kernel.Conditions;
import org.cartulary.query.kernel.Read;
import org.cartulary.query.kernel.Row;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Accounts as their events left them, now or at an earlier time. */
@Repository
class StoredValueQuery {

    private static final String ACCOUNTS = """
            select account, kind, currency, zone, location, customer, blocked, has_code, balance_minor, expires_at, opened_at,
                   position
            from storedvalue.account
            {where}
            order by account limit :fetch""";

    private static final String LAST_ENTRY = """
            select position, balance_minor from storedvalue.entry {where} order by position desc limit 1""";

    private final JdbcClient database;

    StoredValueQuery(JdbcClient database) {
        this.database = database;
    }

    /** What is absent does not matter, and what is given must all hold. */
    record Filter(String customer, String kind, Boolean blocked) {}

    Optional<Account> account(String account) {
        return found(new Conditions().equal("account", account), 1).stream()
                .findFirst()
                .map(found -> found.with(lots(account)));
    }

    List<Account> accounts(Filter filter, Read read) {
        var conditions = new Conditions()
                .equal("customer", filter.customer())
                .equal("kind", filter.kind())
                .equal("blocked", filter.blocked())
                .moreThan("account", read.cursor() == null ? null : read.keyAfter(0));
        return found(conditions, read.fetch());
    }

    /** @param asOf nothing recorded later counts; null for no such limit. @param asOfPosition neither does what stands behind it */
    Optional<Balance> balance(String account, Instant asOf, Long asOfPosition) {
        return account(account).map(found -> balance(found, asOf, asOfPosition));
    }

    private Balance balance(Account account, Instant asOf, Long asOfPosition) {
        return asOf(new Conditions().equal("account", account.account()), asOf, asOfPosition)
                .on(database, LAST_ENTRY)
                .query(Row.to(row -> new Balance(
                        account.account(),
                        account.kind(),
                        account.currency(),
                        row.number("balance_minor"),
                        row.number("position"))))
                .optional()
                .orElse(new Balance(account.account(), account.kind(), account.currency(), 0, null));
    }

    static Conditions asOf(Conditions conditions, Instant asOf, Long asOfPosition) {
        return conditions
                .atMost("recorded_at", asOf == null ? null : asOf.atOffset(ZoneOffset.UTC))
                .atMost("position", asOfPosition);
    }

    private List<Account> found(Conditions conditions, int fetch) {
        return conditions
                .value("fetch", fetch)
                .on(database, ACCOUNTS)
                .query(Row.to(StoredValueQuery::account))
                .list();
    }

    private List<Account.Lot> lots(String account) {
        return database.sql("""
                        select lot, amount_minor, expires_on from storedvalue.lot
                        where account = :account and amount_minor > 0 order by expires_on nulls last, lot""")
                .param("account", account)
                .query(Row.to(
                        row -> new Account.Lot(row.count("lot"), row.number("amount_minor"), row.day("expires_on"))))
                .list();
    }

    private static Account account(Row row) throws SQLException {
        return new Account(
                row.text("account"),
                row.text("kind"),
                row.text("currency"),
                row.text("zone"),
                row.text("location"),
                row.text("customer"),
                row.flag("blocked"),
                row.flag("has_code"),
                row.number("balance_minor"),
                row.instant("expires_at"),
                row.instant("opened_at"),
                null,
                row.number("position"));
    }
}
