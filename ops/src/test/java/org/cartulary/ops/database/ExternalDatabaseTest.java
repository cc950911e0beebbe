package org.cartulary.ops.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.cartulary.ops.RunningService;
import org.cartulary.ops.SharedPrograms;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A PostgreSQL that somebody else runs is used as it is: here that of another home, which must be durable as well. */
class ExternalDatabaseTest {

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
    void aUserThatIsNamedAsASchemaOfTheLedgerStartsAgain() throws Exception {
        try (var server = Database.embedded(new Home(home), SharedPrograms.DIRECTORY)) {
            var external = ledgerOfItsOwn(server);
            LedgerPool.open(external, 1).close();
            try (var again = LedgerPool.open(external, 1)) {
                var histories = JdbcClient.create(again)
                        .sql("select schemaname from pg_tables where tablename = 'flyway_schema_history'");
                assertThat(histories.query(String.class).list()).containsExactly("public");
            }
        }
    }

    /** As README says: a user {@code ledger} that owns a database {@code ledger}. */
    static Database ledgerOfItsOwn(Database server) throws SQLException {
        try (var owner = DriverManager.getConnection(server.url(), server.username(), server.password());
                var statement = owner.createStatement()) {
            statement.execute("create role ledger login createrole password 'secret'");
            statement.execute("create database ledger owner ledger");
        }
        return Database.external(server.url().replaceAll("/[^/]*$", "/ledger"), "ledger", "secret");
    }
}
