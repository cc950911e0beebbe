package org.cartulary.command.engine;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Connections of the real database that break when they are told to: right before a statement, or right after its commit. */
public final class BreakingSource extends DelegatingDataSource {

    private volatile boolean refusing;
    private volatile boolean losingStatement;
    private volatile boolean losingAnswer;

    public BreakingSource(DataSource real) {
        super(real);
    }

    public void loseTheNextStatement() {
        losingStatement = true;
    }

    public void loseTheNextAnswer() {
        losingAnswer = true;
    }

    public void refuseConnections(boolean refuse) {
        refusing = refuse;
    }

    @Override
    public Connection getConnection() throws SQLException {
        if (refusing) throw new SQLTransientConnectionException("the database is away");
        var real = super.getConnection();
        return wrapped(Connection.class, real, () -> breaking(real));
    }

    private static void breaking(Connection real) throws SQLException {
        real.abort(Runnable::run);
        throw new SQLException("the connection is lost", "08006");
    }

    private interface Breaking {
        void breakDown() throws SQLException;
    }

    private <T> T wrapped(Class<T> type, T real, Breaking breaking) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, values) -> {
                    boolean executes = method.getName().equals("executeQuery");
                    if (executes && losingStatement) {
                        losingStatement = false;
                        breaking.breakDown();
                    }
                    var result = invoke(() -> method.invoke(real, values));
                    if (executes && losingAnswer) {
                        losingAnswer = false;
                        breaking.breakDown();
                    }
                    return method.getName().equals("prepareStatement")
                            ? wrapped(PreparedStatement.class, (PreparedStatement) result, breaking)
                            : result;
                }));
    }

    private interface Invocation {
        Object invoke() throws ReflectiveOperationException;
    }

    private static Object invoke(Invocation invocation) throws Throwable {
        try {
            return invocation.invoke();
        } catch (InvocationTargetException failure) {
            throw failure.getCause();
        }
    }
}
