package org.cartulary.ops.database;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.time.Duration;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.exception.FlywayValidateException;

/** Opens the pool of connections that the service works with, after the schema is up to date. */
final class LedgerPool {
    /** So soon a caller hears that the database is away: less than anybody waits for an answer. */
    private static final Duration CONNECTED_WITHIN = Duration.ofSeconds(2);

    /** Where Flyway keeps its table of what has been migrated. */
    private static final String HISTORY = "public";

    private LedgerPool() {}

    /**
     * Migrates as the owner, then opens a pool in the role of the service, which can't change a stored event.
     *
     * @throws ServiceNotStarted where the server can't be reached, lets its user not migrate, or could lose an
     *     acknowledged posting
     */
    static HikariDataSource open(Database database, int size) {
        DatabaseRefusal.demandReachable(database);
        migrate(database);
        var pool = new HikariDataSource();
        pool.setPoolName("ledger");
        pool.setJdbcUrl(database.url());
        pool.setUsername(database.username());
        pool.setPassword(database.password());
        pool.setMaximumPoolSize(size);
        pool.setConnectionTimeout(CONNECTED_WITHIN.toMillis());
        pool.setValidationTimeout(CONNECTED_WITHIN.dividedBy(2).toMillis());
        pool.setConnectionInitSql("set role cartulary_service");
        try (var connection = pool.getConnection()) {
            DurableSettings.demand(connection);
            return pool;
        } catch (SQLException | RuntimeException failure) {
            pool.close();
            throw failure instanceof RuntimeException unchecked
                    ? unchecked
                    : new IllegalStateException("The database can't be asked for its settings", failure);
        }
    }

    private static void migrate(Database database) {
        var migrations = Flyway.configure()
                .dataSource(database.url(), database.username(), database.password())
                .locations("classpath:db/migration")
                // Else it is the first of the search path: for a user "ledger", the very schema that a migration makes.
                .defaultSchema(HISTORY)
                // Else the migrations of a newer version are passed over in silence.
                .ignoreMigrationPatterns(new String[0])
                .load();
        try {
            migrations.migrate();
        } catch (FlywayValidateException madeByAnotherVersion) {
            throw new ServiceNotStarted(
                    "The schema of %s is not one that this version of Cartulary made or follows."
                            .formatted(database.url()),
                    "Start the version that made it or a newer one, or begin anew with another CARTULARY_HOME.");
        } catch (FlywayException refused) {
            throw DatabaseRefusal.isMissingRight(refused) ? DatabaseRefusal.missingRights(database) : refused;
        }
    }
}
