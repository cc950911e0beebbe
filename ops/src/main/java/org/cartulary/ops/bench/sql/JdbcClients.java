package org.cartulary.ops.bench.sql;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.util.regex.Pattern;
import org.cartulary.ops.bench.loop.Caller;
import org.cartulary.ops.bench.loop.ClosedLoop;
import org.cartulary.ops.bench.loop.Measured;
import org.cartulary.ops.database.Database;

/** The same statements through the driver of the service, where this machine has no pgbench. It costs more than that. */
public final class JdbcClients implements SqlClients {

    private static final Pattern PARAMETER = Pattern.compile(":([a-z]+)");

    private final Database database;

    public JdbcClients(Database database) {
        this.database = database;
    }

    @Override
    public String name() {
        return "JDBC";
    }

    @Override
    public Measured run(SqlCall call, int clients, Duration warmUp, Duration time) {
        return ClosedLoop.run(clients, warmUp, time, () -> client(call));
    }

    private Client client(SqlCall call) {
        try {
            var connection = DriverManager.getConnection(database.url(), database.username(), database.password());
            var parameters = PARAMETER.matcher(call.sql());
            var statement = connection.prepareStatement(parameters.replaceAll("?"));
            parameters.reset();
            for (int i = 1; parameters.find(); i++)
                statement.setObject(i, call.parameters().get(parameters.group(1)), Types.OTHER);
            return new Client(connection, statement);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private record Client(Connection connection, PreparedStatement statement) implements Caller {

        @Override
        public void call() {
            try {
                statement.execute();
            } catch (SQLException failure) {
                throw new IllegalStateException(failure);
            }
        }

        @Override
        public void close() {
            try {
                connection.close();
            } catch (SQLException failure) {
                throw new IllegalStateException(failure);
            }
        }
    }
}
