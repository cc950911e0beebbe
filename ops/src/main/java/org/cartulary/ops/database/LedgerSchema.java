package org.cartulary.ops.database;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.exception.FlywayValidateException;

/** The ledger's own tables and the roles of the database, made and brought up to date by their owner. */
final class LedgerSchema {
    /** Where Flyway keeps its table of what has been migrated. */
    private static final String HISTORY = "public";

    private LedgerSchema() {}

    /** @throws ServiceNotStarted where the owner may not do that, or another version has made the schema */
    static void migrate(Database database) {
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
