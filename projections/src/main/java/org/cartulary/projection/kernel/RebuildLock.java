package org.cartulary.projection.kernel;

import java.sql.Connection;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** One rebuild of a projection at a time, over all nodes. The server releases it by itself when the holder dies. */
final class RebuildLock implements AutoCloseable {

    private static final String KEY = "hashtextextended('cartulary.rebuild.' || ?, 0)";

    private final DataSource dataSource;
    private final Connection connection;
    private final String name;

    private RebuildLock(DataSource dataSource, Connection connection, String name) {
        this.dataSource = dataSource;
        this.connection = connection;
        this.name = name;
    }

    /** @throws IllegalStateException if somebody rebuilds this projection already */
    static RebuildLock hold(DataSource dataSource, Projection projection) {
        var connection = DataSourceUtils.getConnection(dataSource);
        if (ask(on(connection), "select pg_try_advisory_lock(" + KEY + ")", projection.name()))
            return new RebuildLock(dataSource, connection, projection.name());
        DataSourceUtils.releaseConnection(connection, dataSource);
        throw new IllegalStateException("another node rebuilds this projection");
    }

    /** Within a transaction, which keeps rebuilds from starting until its end. */
    static boolean isFree(JdbcTemplate jdbc, Projection projection) {
        return ask(jdbc, "select pg_try_advisory_xact_lock(" + KEY + ")", projection.name());
    }

    @Override
    public void close() {
        try {
            ask(on(connection), "select pg_advisory_unlock(" + KEY + ")", name);
        } finally {
            DataSourceUtils.releaseConnection(connection, dataSource);
        }
    }

    private static JdbcTemplate on(Connection connection) {
        return new JdbcTemplate(new SingleConnectionDataSource(connection, true));
    }

    private static boolean ask(JdbcTemplate jdbc, String statement, String name) {
        return Boolean.TRUE.equals(jdbc.queryForObject(statement, Boolean.class, name));
    }
}
