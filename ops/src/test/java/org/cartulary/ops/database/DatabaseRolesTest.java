package org.cartulary.ops.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Each role that the service works in can do what it must, and is refused everything else. */
class DatabaseRolesTest {
    private static final String RIGHT_MISSING = "42501";

    static final List<String> WORKING = List.of("cartulary_service", "cartulary_projection", "cartulary_reader");

    @TempDir
    static Path home;

    private static TradedLedger ledger;

    @BeforeAll
    static void trade() throws Exception {
        ledger = new TradedLedger(home);
    }

    @AfterAll
    static void stop() {
        ledger.close();
    }

    @ParameterizedTest
    @FieldSource("WORKING")
    void noRoleOfTheServiceChangesAStoredEventOrItsOwnRights(String role) throws Exception {
        try (var session = SessionOf.role(ledger.database, role)) {
            for (var change : List.of(
                    "update ledger.event set event = ''",
                    "update ledger.event_1 set event = ''",
                    "delete from ledger.event",
                    "truncate ledger.event",
                    "insert into ledger.event values (99, 'x', 0, 'test.Happened', now(), '')",
                    "alter table ledger.event disable trigger append_only",
                    "drop table ledger.event",
                    "update ledger.head set position = 0",
                    "select ledger.create_analyst('eve')",
                    "select ledger.drop_analyst('ann')",
                    "create role eve",
                    "grant cartulary_service to cartulary_analyst",
                    "create table public.own (one int)",
                    "create temporary table own (one int)")) session.refuses(change, RIGHT_MISSING);
            assertThat(session.text("select count(*) from ledger.event")).isNotEqualTo("0");
        }
    }

    @Test
    void commandsSeeTheLedgerAndNoReadTable() throws Exception {
        try (var commands = SessionOf.role(ledger.database, "cartulary_service")) {
            for (var statement : List.of(
                    "create schema own",
                    "select * from trade.sale",
                    "update stock.level set sellable = 0",
                    "delete from projection.progress",
                    "select * from analysis.sale")) commands.refuses(statement, RIGHT_MISSING);
            commands.run("select ledger.prepare_partition()");
            commands.run("delete from ledger.snapshot");
        }
    }

    @Test
    void projectionsOwnTheReadTablesAndAppendNothing() throws Exception {
        try (var projections = SessionOf.role(ledger.database, "cartulary_projection")) {
            for (var statement : List.of(
                    "select * from ledger.append('{}', '{}', '{}', '{}', '{}', '{}', '{}')",
                    "select ledger.prepare_partition()",
                    "select * from ledger.snapshot",
                    "create table ledger.own (one int)")) projections.refuses(statement, RIGHT_MISSING);
            projections.run("update stock.level set position = position");
            assertThat(projections.texts("select distinct tableowner from pg_tables where schemaname not in"
                            + " ('ledger', 'public', 'pg_catalog', 'information_schema')"))
                    .containsExactly("cartulary_projection");
        }
    }

    @Test
    void queriesReadAndWriteNothing() throws Exception {
        try (var queries = SessionOf.role(ledger.database, "cartulary_reader")) {
            for (var statement : List.of(
                    "select * from ledger.append('{}', '{}', '{}', '{}', '{}', '{}', '{}')",
                    "select * from ledger.snapshot",
                    "update stock.level set sellable = 0",
                    "insert into history.place values ('LISBON', 1)",
                    "delete from projection.progress",
                    "create schema own")) queries.refuses(statement, RIGHT_MISSING);
            assertThat(queries.text("select customer from trade.sale")).isEqualTo("secret-customer");
        }
    }
}
