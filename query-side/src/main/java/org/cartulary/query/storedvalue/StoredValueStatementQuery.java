package org.cartulary.query.storedvalue;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.cartulary.query.kernel.Conditions;
import org.cartulary.query.kernel.Read;
import org.cartulary.query.kernel.Row;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Entries in the order of the ledger, each with the balance that it left: the statement of an account, or of a day. */
@Repository
class StoredValueStatementQuery {

    private static final String ENTRIES = """
            select position, account, kind, currency, cause, change_minor, balance_minor, location, sale, return_id, tender,
                   reason, business_day, occurred_at, recorded_at
            from storedvalue.entry
            {where}
            """;
    private static final String OLDEST_FIRST = ENTRIES + "order by position limit :fetch";
    private static final String NEWEST_FIRST = ENTRIES + "order by position desc limit :fetch";

    private final JdbcClient database;

    StoredValueStatementQuery(JdbcClient database) {
        this.database = database;
    }

    /** What is absent does not matter, and what is given must all hold. */
    record Filter(
            String account, String kind, String currency, LocalDate businessDay, Instant asOf, Long asOfPosition) {}

    List<Entry> entries(Filter filter, Read read) {
        var conditions = new Conditions()
                .equal("account", filter.account())
                .equal("kind", filter.kind())
                .equal("currency", filter.currency())
                .equal("business_day", filter.businessDay())
                .atSeen(read.sight(), "location = any (:seenLocations)");
        return StoredValueQuery.asOf(conditions, filter.asOf(), filter.asOfPosition())
                .after("position", read)
                .value("fetch", read.fetch())
                .on(database, read.newestFirst() ? NEWEST_FIRST : OLDEST_FIRST)
                .query(Row.to(StoredValueStatementQuery::entry))
                .list();
    }

    private static Entry entry(Row row) throws SQLException {
        return new Entry(
                row.number("position"),
                row.text("account"),
                row.text("kind"),
                row.text("currency"),
                row.text("cause"),
                row.number("change_minor"),
                row.number("balance_minor"),
                row.text("location"),
                row.text("sale"),
                row.text("return_id"),
                row.optionalCount("tender"),
                row.text("reason"),
                row.day("business_day"),
                row.instant("occurred_at"),
                row.instant("recorded_at"));
    }
}
