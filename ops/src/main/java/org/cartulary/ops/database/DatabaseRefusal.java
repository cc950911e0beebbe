package org.cartulary.ops.database;

import java.sql.DriverManager;
import java.sql.SQLException;

/** Why a database can't be used, as far as its user can mend it. */
final class DatabaseRefusal {
    private static final String WRONG_PASSWORD = "28P01";
    private static final String MISSING_RIGHT = "42501";
    private static final String ROLES = "cartulary_service, cartulary_projection, cartulary_reader, cartulary_analyst";

    private DatabaseRefusal() {}

    /**
     * Connects once, before a pool or a migration hides the reason under its own.
     *
     * @throws ServiceNotStarted where that fails
     */
    static void demandReachable(Database database) {
        try {
            DriverManager.getConnection(database.url(), database.username(), database.password())
                    .close();
        } catch (SQLException failure) {
            throw new ServiceNotStarted(
                    "The database %s can't be used: %s".formatted(database.address(), sentence(failure)),
                    "Give cartulary.database.url as jdbc:postgresql://HOST:PORT/DATABASE of a PostgreSQL that runs,"
                            + " and the name and password of its owner as cartulary.database.username and .password.");
        }
    }

    static boolean isWrongPassword(SQLException failure) {
        return WRONG_PASSWORD.equals(failure.getSQLState());
    }

    static boolean isMissingRight(Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause())
            if (cause instanceof SQLException sql && MISSING_RIGHT.equals(sql.getSQLState())) return true;
        return false;
    }

    static ServiceNotStarted missingRights(Database database) {
        return new ServiceNotStarted(
                "The user %s may not make the tables or the roles of the ledger (%s) in %s."
                        .formatted(database.username(), ROLES, database.address()),
                "As a superuser: alter role \"%1$s\" createrole; and where those roles exist already: grant %2$s to \"%1$s\""
                                .formatted(database.username(), ROLES)
                        + " with admin option. The user must own the database, too.");
    }

    private static String sentence(SQLException failure) {
        var words = withoutParameters(String.valueOf(failure.getMessage())).strip();
        return words.endsWith(".") ? words : words + ".";
    }

    /** One of them may be a password. */
    static String withoutParameters(String words) {
        return words.replaceAll("\\?\\S*", "");
    }
}
