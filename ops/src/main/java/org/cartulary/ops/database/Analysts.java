package org.cartulary.ops.database;

import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.Set;
import org.postgresql.PGConnection;
import org.postgresql.util.PSQLException;

/** The logins of people who read the schema {@code analysis} with tools of their own. */
public final class Analysts {
    /** It can't be one, is taken, or is not known. */
    private static final Set<String> UNFIT_NAME = Set.of("42602", "42710", "42704");

    /** The ledger of an earlier version has no such function, an empty database not even its schema. */
    private static final Set<String> NOT_MIGRATED = Set.of("42883", "3F000");

    private static final int PASSWORD_BYTES = 24;

    private final Database database;

    /** @param database in which the analysts read; its user makes their logins */
    public Analysts(Database database) {
        this.database = database;
    }

    /**
     * Makes a login.
     *
     * @return its password, which nobody can read again: the server keeps what proves it, and is never sent the password
     * @throws IllegalArgumentException where nobody can have that name
     * @throws ServiceNotStarted where the database can't be used
     */
    public String create(String name) {
        var password = password();
        asOwner(owner -> {
            call(owner, "select ledger.create_analyst(?)", name);
            owner.unwrap(PGConnection.class).alterUserPassword(name, password.toCharArray(), null);
        });
        return password;
    }

    /**
     * Ends the sessions of an analyst, and removes the login.
     *
     * @throws IllegalArgumentException where there is no analyst of that name
     * @throws ServiceNotStarted where the database can't be used
     */
    public void drop(String name) {
        asOwner(owner -> call(owner, "select ledger.drop_analyst(?)", name));
    }

    @FunctionalInterface
    private interface Work {
        void with(Connection owner) throws SQLException;
    }

    /** In one transaction, so that no login is left without its password. */
    private void asOwner(Work work) {
        DatabaseRefusal.demandReachable(database);
        try (var owner = DriverManager.getConnection(database.url(), database.username(), database.password())) {
            owner.setAutoCommit(false);
            work.with(owner);
            owner.commit();
        } catch (SQLException failure) {
            throw refusal(failure);
        }
    }

    private static void call(Connection owner, String statement, String name) throws SQLException {
        try (var call = owner.prepareStatement(statement)) {
            call.setString(1, name);
            call.execute();
        }
    }

    private RuntimeException refusal(SQLException failure) {
        if (NOT_MIGRATED.contains(failure.getSQLState()))
            return new ServiceNotStarted(
                    "%s holds no ledger of this version.".formatted(database.address()),
                    "Start the service once: it makes the ledger, or brings it up to date.");
        if (DatabaseRefusal.isMissingRight(failure)) return DatabaseRefusal.missingRights(database);
        if (UNFIT_NAME.contains(failure.getSQLState())) return new IllegalArgumentException(sentence(failure));
        return new IllegalStateException("The database did not do it", failure);
    }

    private static String sentence(SQLException failure) {
        var said = failure instanceof PSQLException server ? server.getServerErrorMessage() : null;
        if (said == null) return failure.getMessage();
        return said.getHint() == null ? said.getMessage() : said.getMessage() + ". " + said.getHint();
    }

    private static String password() {
        var random = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(random);
        return HexFormat.of().formatHex(random);
    }
}
