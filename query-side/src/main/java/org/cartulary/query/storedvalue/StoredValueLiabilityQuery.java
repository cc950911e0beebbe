package org.cartulary.query.storedvalue;

import java.math.BigInteger;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.cartulary.query.kernel.Conditions;
import org.cartulary.query.kernel.Read;
import org.cartulary.query.kernel.Row;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is owed, day by day: from the sums of each day and of all days before it, so that a day without entries has its row too. */
@Repository
class StoredValueLiabilityQuery {

    private static final String DAYS = """
            select s.business_day, s.kind, s.currency, coalesce(b.opening_minor, 0) as opening_minor,
                   coalesce(d.sold_minor, 0) as sold_minor, coalesce(d.issued_minor, 0) as issued_minor,
                   coalesce(d.refunded_minor, 0) as refunded_minor, coalesce(d.redeemed_minor, 0) as redeemed_minor,
                   coalesce(d.expired_minor, 0) as expired_minor, coalesce(d.entries, 0) as entries,
                   d.first_position, d.last_position
            from (select day::date as business_day, k.kind, k.currency
                  from generate_series(cast(:from as timestamp), cast(:to as timestamp), interval '1 day') day
                  cross join (select distinct kind, currency from storedvalue.daily) k) s
            left join storedvalue.daily d
                   on d.kind = s.kind and d.currency = s.currency and d.business_day = s.business_day
            cross join lateral (
                   select sum(sold_minor + issued_minor + refunded_minor - redeemed_minor - expired_minor) as opening_minor
                   from storedvalue.daily
                   where kind = s.kind and currency = s.currency and business_day < s.business_day) b
            {where}
            order by s.business_day, s.kind, s.currency limit :fetch""";

    private final JdbcClient database;

    StoredValueLiabilityQuery(JdbcClient database) {
        this.database = database;
    }

    /** @param kind may be absent, as the currency may */
    List<Liability> days(LocalDate from, LocalDate to, String kind, String currency, Read read) {
        var conditions = new Conditions().equal("s.kind", kind).equal("s.currency", currency);
        if (read.cursor() != null)
            conditions
                    .and("(s.business_day, s.kind, s.currency) > (cast(:lastDay as date), :lastKind, :lastCurrency)")
                    .value("lastDay", read.keyAfter(0))
                    .value("lastKind", read.keyAfter(1))
                    .value("lastCurrency", read.keyAfter(2));
        return conditions
                .value("from", from)
                .value("to", to)
                .value("fetch", read.fetch())
                .on(database, DAYS)
                .query(Row.to(StoredValueLiabilityQuery::day))
                .list();
    }

    private static Liability day(Row row) throws SQLException {
        BigInteger opening = row.sum("opening_minor");
        BigInteger closing = opening.add(row.sum("sold_minor"))
                .add(row.sum("issued_minor"))
                .add(row.sum("refunded_minor"))
                .subtract(row.sum("redeemed_minor"))
                .subtract(row.sum("expired_minor"));
        int entries = row.count("entries");
        return new Liability(
                row.day("business_day"),
                row.text("kind"),
                row.text("currency"),
                opening,
                row.sum("sold_minor"),
                row.sum("issued_minor"),
                row.sum("refunded_minor"),
                row.sum("redeemed_minor"),
                row.sum("expired_minor"),
                closing,
                entries,
                entries == 0 ? null : row.number("first_position"),
                entries == 0 ? null : row.number("last_position"));
    }
}
