package org.cartulary.ops.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.cartulary.ops.RunningService;
import org.cartulary.ops.SharedPrograms;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A PostgreSQL that somebody else runs is used as it is: here that of another home, which must be durable as well. */
class ExternalDatabaseTest {

    private static final String GRANT =
            "grant cartulary_service, cartulary_projection, cartulary_reader, cartulary_analyst"
                    + " to \"ledger\" with admin option";

    @TempDir
    Path home;

    @Test
    void theServiceRunsOnAnotherPostgreSql() throws Exception {
        var unused = home.resolve("unused");
        try (var server = Database.embedded(new Home(home.resolve("server")), SharedPrograms.DIRECTORY);
                var service = RunningService.on(
                        unused,
                        "cartulary.database.url=" + server.url(),
                        "cartulary.database.username=" + server.username(),
                        "cartulary.database.password=" + server.password());
                var client = HttpClient.newHttpClient()) {
            var answer = client.send(
                    HttpRequest.newBuilder(service.uri("/v1/availability")).build(), BodyHandlers.ofString());

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(Files.exists(unused.resolve("postgres"))).isFalse();
        }
    }

    @Test
    void whereTheDatabaseHasGoneEveryReadSaysSo() throws Exception {
        var server = Database.embedded(new Home(home.resolve("server")), SharedPrograms.DIRECTORY);
        try (var service = RunningService.on(
                        home.resolve("unused"),
                        "cartulary.database.url=" + server.url(),
                        "cartulary.database.username=" + server.username(),
                        "cartulary.database.password=" + server.password());
                var client = HttpClient.newHttpClient()) {
            server.close();
            var answers = Stream.of("/v1/availability", "/v1/history/events/1/bytes", "/v1/projections", "/")
                    .map(path -> client.sendAsync(
                            HttpRequest.newBuilder(service.uri(path)).build(), BodyHandlers.ofString()))
                    .toList();
            for (var answer : answers.subList(0, 3)) {
                assertThat(answer.get().statusCode()).as(answer.get().body()).isEqualTo(503);
                assertThat(answer.get().body()).contains("DATABASE_UNAVAILABLE");
                assertThat(answer.get().headers().firstValue("Retry-After")).hasValue("1");
            }
            assertThat(answers.getLast().get().statusCode()).isEqualTo(200);
            assertThat(answers.getLast().get().body()).contains("The database can't be reached");
        }
    }

    @Test
    void aUserThatIsNamedAsASchemaOfTheLedgerStartsAgain() throws Exception {
        try (var server = Database.embedded(new Home(home), SharedPrograms.DIRECTORY)) {
            var external = ledgerOfItsOwn(server);
            LedgerPools.open(external, 1).close();
            try (var again = LedgerPools.open(external, 1)) {
                var histories = JdbcClient.create(again.of(LedgerRole.COMMANDS))
                        .sql("select schemaname from pg_tables where tablename = 'flyway_schema_history'");
                assertThat(histories.query(String.class).list()).containsExactly("public");
            }
        }
    }

    @Test
    void aDatabaseThatCannotBeUsedIsRefusedWithASentence() throws Exception {
        try (var server = Database.embedded(new Home(home), SharedPrograms.DIRECTORY)) {
            var url = server.url();
            var user = server.username();
            var wrongPassword = Database.external(url, user, "a guess");
            assertRefused(wrongPassword, "password authentication failed");
            assertRefused(Database.external(url + "_gone", user, server.password()), "does not exist");
            assertRefused(Database.external("jdbc:postgresql://127.0.0.1:1/ledger", user, "x"), "refused");
            assertRefused(Database.external("jdbc:mysql://127.0.0.1/ledger", user, "x"), "No suitable driver");
            assertRefused(Database.external("127.0.0.1:5432", user, "x"), "No suitable driver");
            assertRefused(
                    Database.external("jdbc:postgresql://127.0.0.1:port/l?password=y", user, "x"), "can't be used");
        }
    }

    @Test
    void aUserWhoMayNotMakeTheRoleOfTheServiceIsToldHowToLetHim() throws Exception {
        try (var server = Database.embedded(new Home(home), SharedPrograms.DIRECTORY)) {
            var external = ledgerOfItsOwn(server);
            asOwner(server, "alter role ledger nocreaterole");
            assertThatThrownBy(() -> LedgerPools.open(external, 1))
                    .isInstanceOf(ServiceNotStarted.class)
                    .hasMessageStartingWith(
                            "The user ledger may not make the tables or the roles of the ledger (cartulary_service")
                    .extracting(refusal -> ((ServiceNotStarted) refusal).remedy())
                    .asString()
                    .contains("alter role \"ledger\" createrole");
            asOwner(server, "alter role ledger createrole");
            LedgerPools.open(external, 1).close();
        }
    }

    @Test
    void aSecondOwnerOnTheSameServerIsToldHowToShareTheRoles() throws Exception {
        try (var server = Database.embedded(new Home(home), SharedPrograms.DIRECTORY)) {
            LedgerPools.open(server, 10).close();
            var second = ledgerOfItsOwn(server);
            assertThatThrownBy(() -> LedgerPools.open(second, 10))
                    .isInstanceOfSatisfying(
                            ServiceNotStarted.class,
                            refusal -> assertThat(refusal.remedy()).contains(GRANT));
            asOwner(server, GRANT);
            try (var pools = LedgerPools.open(second, 10);
                    var connection = pools.of(LedgerRole.PROJECTIONS).getConnection()) {
                assertThat(connection.isValid(1)).isTrue();
            }
        }
    }

    private static void assertRefused(Database database, String reason) {
        assertThatThrownBy(() -> LedgerPools.open(database, 1))
                .isInstanceOf(ServiceNotStarted.class)
                .hasMessageContaining(reason)
                .hasMessageNotContaining("password=");
    }

    /** As README says: a user {@code ledger} that owns a database {@code ledger}. */
    static Database ledgerOfItsOwn(Database server) throws SQLException {
        for (var statement : statementsOfReadme()) asOwner(server, statement);
        return Database.external(server.url().replaceAll("/[^/]*$", "/ledger"), "ledger", "secret");
    }

    private static void asOwner(Database server, String sql) throws SQLException {
        try (var owner = DriverManager.getConnection(server.url(), server.username(), server.password());
                var statement = owner.createStatement()) {
            statement.execute(sql);
        }
    }

    private static List<String> statementsOfReadme() {
        try {
            var readme = Files.readString(Path.of("..", "README.md"));
            var block = readme.substring(readme.indexOf("```sql\n") + "```sql\n".length());
            return block.substring(0, block.indexOf("```")).lines().toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
