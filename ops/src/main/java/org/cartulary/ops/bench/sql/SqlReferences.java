package org.cartulary.ops.bench.sql;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import org.cartulary.ops.database.Database;

/**
 * The tables and functions of the references, in a schema of their own that is dropped at the end: one of events as a plain
 * table holds them, and a ledger of balances as it is written in SQL.
 */
public final class SqlReferences implements AutoCloseable {

    /** As few accounts as the other loads have aggregates. */
    private static final int ACCOUNTS = 1_000;

    private static final String DROP = "drop schema if exists cartulary_bench cascade";

    /** Version 7 makes the unique index cheap, where the server knows it. */
    private static final String NEW_ID = """
            select case when to_regproc('pg_catalog.uuidv7') is null then 'gen_random_uuid()' else 'uuidv7()' end
            """;

    private static final String TABLES = """
            create schema cartulary_bench;
            create sequence cartulary_bench.position cache 1;
            create table cartulary_bench.event (
                position    bigint primary key,
                stream      text collate "C" not null,
                sequence    bigint not null,
                id          uuid not null unique,
                name        text collate "C" not null,
                recorded_at timestamptz not null,
                event       bytea not null,
                unique (stream, sequence));
            create table cartulary_bench.account (
                id         bigint primary key,
                balance    bigint not null check (balance >= 0),
                version    bigint not null,
                changed_at timestamptz not null);
            create table cartulary_bench.transfer (
                id           uuid primary key,
                from_account bigint not null references cartulary_bench.account,
                to_account   bigint not null references cartulary_bench.account,
                amount       bigint not null check (amount > 0),
                at           timestamptz not null);
            create table cartulary_bench.entry (
                id       uuid primary key,
                account  bigint not null references cartulary_bench.account,
                transfer uuid not null references cartulary_bench.transfer,
                amount   bigint not null,
                before   bigint not null,
                after    bigint not null,
                version  bigint not null,
                at       timestamptz not null,
                unique (account, version));
            insert into cartulary_bench.account select id, 1000000000, 0, now() from generate_series(1, %d) id;
            """.formatted(ACCOUNTS);

    /** Locks both accounts in the order of their ids, refuses what isn't there, and writes balances, transfer and entries. */
    private static final String TRANSFER = """
            create function cartulary_bench.transfer(source bigint, target bigint, amount bigint) returns void
                language plpgsql as
            $$
            declare
                moved uuid := %1$s;
                paid  cartulary_bench.account;
                got   cartulary_bench.account;
            begin
                perform from cartulary_bench.account where id in (source, target) order by id for update;
                update cartulary_bench.account a set balance = balance - amount, version = version + 1, changed_at = now()
                where id = source and balance >= amount returning a.* into paid;
                if not found then
                    raise exception 'account %% has less than %%', source, amount;
                end if;
                update cartulary_bench.account a set balance = balance + amount, version = version + 1, changed_at = now()
                where id = target returning a.* into strict got;
                insert into cartulary_bench.transfer values (moved, source, target, amount, now());
                insert into cartulary_bench.entry values
                    (%1$s, source, moved, -amount, paid.balance + amount, paid.balance, paid.version, now()),
                    (%1$s, target, moved, amount, got.balance - amount, got.balance, got.version, now());
            end
            $$
            """;

    private static final String INSERT = """
            insert into cartulary_bench.event (position, stream, sequence, id, name, recorded_at, event)
            select n, 'stock/BENCH/ITEM-' || n %% 1000, n, %s, 'stock.GoodsReceived', now(), cast(:event as bytea)
            from (select nextval('cartulary_bench.position') as n) given""";

    /** Out of any account, into the first one: all wait for its row. */
    private static final String HOT_ROW =
            "select cartulary_bench.transfer(cast(2 + floor(random() * %d) as bigint), 1, 1)".formatted(ACCOUNTS - 1);

    private final Connection owner;
    private final String newId;

    public SqlReferences(Database database) throws SQLException {
        owner = DriverManager.getConnection(database.url(), database.username(), database.password());
        try (var statement = owner.createStatement()) {
            statement.execute(DROP);
            var id = statement.executeQuery(NEW_ID);
            id.next();
            newId = id.getString(1);
            statement.execute(TABLES);
            statement.execute(TRANSFER.formatted(newId));
        }
    }

    /** One event of this size, in a transaction of its own. */
    public SqlCall insert(int bytes) {
        // Without a backslash, so that the text is taken for the bytes that it stands for.
        var event = "e".repeat(bytes);
        return new SqlCall(INSERT.formatted(newId), Map.of("event", event));
    }

    public SqlCall hotTransfer() {
        return new SqlCall(HOT_ROW, Map.of());
    }

    @Override
    public void close() throws SQLException {
        try (owner;
                var statement = owner.createStatement()) {
            statement.execute(DROP);
        }
    }
}
