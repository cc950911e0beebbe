package org.cartulary.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;

/** The one embedded PostgreSQL of a test JVM. It is fast and not durable: it ends with the JVM and leaves nothing behind. */
final class TestServer {
    private static final EmbeddedPostgres POSTGRES = start();

    private TestServer() {}

    static EmbeddedPostgres postgres() {
        return POSTGRES;
    }

    static void execute(String statement) {
        try (var connection = POSTGRES.getPostgresDatabase().getConnection();
                var sql = connection.createStatement()) {
            sql.execute(statement);
        } catch (SQLException failure) {
            throw new IllegalStateException("The test server refused: " + statement, failure);
        }
    }

    private static EmbeddedPostgres start() {
        try {
            return EmbeddedPostgres.builder()
                    .setServerConfig("fsync", "off")
                    .setServerConfig("synchronous_commit", "off")
                    .setServerConfig("full_page_writes", "off")
                    .setServerConfig("max_connections", "300")
                    .setServerConfig("jit", "off")
                    .start();
        } catch (IOException failure) {
            throw new UncheckedIOException("The embedded PostgreSQL of the tests did not start", failure);
        }
    }
}
