package org.cartulary.projection.storedvalue;

import static org.cartulary.projection.kernel.Column.BIGINT;
import static org.cartulary.projection.kernel.Column.BOOLEAN;
import static org.cartulary.projection.kernel.Column.DATE;
import static org.cartulary.projection.kernel.Column.INSTANT;
import static org.cartulary.projection.kernel.Column.INT;
import static org.cartulary.projection.kernel.Column.TEXT;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.cartulary.events.kernel.StoredValueId;
import org.cartulary.events.lot.LotPart;
import org.cartulary.events.storedvalue.StoredValueEvent;
import org.cartulary.events.storedvalue.StoredValueEvent.*;
import org.cartulary.projection.kernel.Rows;
import org.cartulary.projection.kernel.Tables;

/** The accounts that a batch touches, with their lots: as they were before it, and then as each event leaves them. */
final class Accounts {

    private static final String TOUCHED = """
            select account, kind, currency, zone, location, customer, blocked, has_code, opened_at, position
            from ${schema}.account where account in (select unnest(?))""";

    private static final String LOTS_TOUCHED =
            "select account, lot, amount_minor, expires_on from ${schema}.lot where account in (select unnest(?))";

    private static final String WRITE = """
            insert into ${schema}.account
                (account, kind, currency, zone, location, customer, blocked, has_code, balance_minor, expires_at, opened_at,
                 position)
            select * from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (account) do update
            set blocked = excluded.blocked, has_code = excluded.has_code, balance_minor = excluded.balance_minor,
                expires_at = excluded.expires_at, position = excluded.position""";

    private static final String WRITE_LOTS = """
            insert into ${schema}.lot (account, lot, amount_minor, expires_on)
            select * from unnest(?, ?, ?, ?)
            on conflict (account, lot) do update set amount_minor = excluded.amount_minor""";

    private record Lot(long amountMinor, LocalDate expiresOn) {

        Lot plus(long minor) {
            return new Lot(Math.addExact(amountMinor, minor), expiresOn);
        }
    }

    private static final class Account {
        String kind;
        String currency;
        String zone;
        String location;
        String customer;
        boolean blocked;
        boolean hasCode;
        Instant openedAt;
        long position;
        final Map<Integer, Lot> lots = new TreeMap<>();

        long balance() {
            return lots.values().stream().mapToLong(Lot::amountMinor).sum();
        }

        Instant expiresAt() {
            return lots.values().stream()
                    .filter(lot -> lot.amountMinor() > 0)
                    .map(Lot::expiresOn)
                    .filter(Objects::nonNull)
                    .min(Comparator.naturalOrder())
                    .map(last -> last.plusDays(1).atStartOfDay(ZoneId.of(zone)).toInstant())
                    .orElse(null);
        }

        void change(List<LotPart> parts, int sign) {
            for (var part : parts)
                lots.merge(
                        part.lot(),
                        new Lot(sign * part.amount(), part.expiresOn()),
                        (lot, change) -> lot.plus(change.amountMinor()));
        }
    }

    private final Map<StoredValueId, Account> accounts = new HashMap<>();

    void read(Collection<StoredValueId> touched, Tables tables) {
        var keys = new Rows(TEXT);
        touched.forEach(keys::add);
        tables.read(TOUCHED, keys, (row, number) -> accounts.put(StoredValueId.of(row.getString(1)), account(row)));
        tables.read(
                LOTS_TOUCHED,
                keys,
                (row, number) -> accounts.get(StoredValueId.of(row.getString(1)))
                        .lots
                        .put(row.getInt(2), new Lot(row.getLong(3), row.getObject(4, LocalDate.class))));
    }

    void apply(StoredValueEvent event, long position) {
        if (event instanceof AccountOpened e) accounts.put(e.account(), opened(e));
        var account = accounts.get(event.account());
        account.position = position;
        switch (event) {
            case ValueLoaded e -> account.lots.put(e.lot(), new Lot(e.amountMinor(), e.expiresOn()));
            case ValueRedeemed e -> account.change(e.parts(), -1);
            case ValueRefunded e -> account.change(e.parts(), 1);
            case ValueExpired e -> account.change(e.parts(), -1);
            case AccountBlocked e -> account.blocked = true;
            case AccountUnblocked e -> account.blocked = false;
            case CardCodeAssigned e -> account.hasCode = true;
            case AccountOpened e -> {}
            case CardCodeTaken e -> {}
        }
    }

    private static Account opened(AccountOpened e) {
        var account = new Account();
        account.kind = e.kind().name();
        account.currency = e.currency().value();
        account.zone = e.zone().getId();
        account.location = e.location().value();
        account.customer = e.customer() == null ? null : e.customer().value();
        account.openedAt = e.occurredAt();
        return account;
    }

    void write(Tables tables) {
        var rows = new Rows(TEXT, TEXT, TEXT, TEXT, TEXT, TEXT, BOOLEAN, BOOLEAN, BIGINT, INSTANT, INSTANT, BIGINT);
        var lots = new Rows(TEXT, INT, BIGINT, DATE);
        accounts.forEach((id, account) -> {
            rows.add(
                    id,
                    account.kind,
                    account.currency,
                    account.zone,
                    account.location,
                    account.customer,
                    account.blocked,
                    account.hasCode,
                    account.balance(),
                    account.expiresAt(),
                    account.openedAt,
                    account.position);
            account.lots.forEach((number, lot) -> lots.add(id, number, lot.amountMinor(), lot.expiresOn()));
        });
        tables.write(WRITE, rows);
        tables.write(WRITE_LOTS, lots);
    }

    private static Account account(ResultSet row) throws SQLException {
        var account = new Account();
        account.kind = row.getString(2);
        account.currency = row.getString(3);
        account.zone = row.getString(4);
        account.location = row.getString(5);
        account.customer = row.getString(6);
        account.blocked = row.getBoolean(7);
        account.hasCode = row.getBoolean(8);
        account.openedAt = row.getObject(9, OffsetDateTime.class).toInstant();
        account.position = row.getLong(10);
        return account;
    }
}
