package org.cartulary.ops.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** A session of somebody at a database, statement by statement. */
final class SessionOf implements AutoCloseable {
    private final Connection connection;

    private SessionOf(Connection connection) {
        this.connection = connection;
    }

    static SessionOf login(Database database, String name, String password) throws SQLException {
        return new SessionOf(DriverManager.getConnection(database.url(), name, password));
    }

    static SessionOf owner(Database database) throws SQLException {
        return login(database, database.username(), database.password());
    }

    /** As the service takes it. */
    static SessionOf role(Database database, String role) throws SQLException {
        var session = owner(database);
        session.run("set role " + role);
        return session;
    }

    void run(String statement) throws SQLException {
        try (var sql = connection.createStatement()) {
            sql.execute(statement);
        }
    }

    /** The first column of all rows, as text. */
    List<String> texts(String query) throws SQLException {
        try (var sql = connection.createStatement();
                var rows = sql.executeQuery(query)) {
            var texts = new ArrayList<String>();
            while (rows.next()) texts.add(rows.getString(1));
            return texts;
        }
    }

    String text(String query) throws SQLException {
        return texts(query).getFirst();
    }

    void refuses(String statement, String state) {
        assertThat(catchThrowable(() -> run(statement)))
                .as(statement)
                .isInstanceOfSatisfying(
                        SQLException.class,
                        refusal -> assertThat(refusal.getSQLState())
                                .as(statement + ": " + refusal.getMessage())
                                .isEqualTo(state));
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
