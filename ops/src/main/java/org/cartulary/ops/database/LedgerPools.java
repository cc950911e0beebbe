package org.cartulary.ops.database;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/**
 * The connections that the service works with: a pool for each part, in the role of that part. A connection takes its role
 * once, when it is opened, so that the roles cost no statement afterwards; and no part can take the connections of another.
 */
final class LedgerPools implements AutoCloseable {
    /** So soon a caller hears that the database is away: less than anybody waits for an answer. */
    private static final Duration CONNECTED_WITHIN = Duration.ofSeconds(2);

    /** Of all connections, in percent. Commands append through one; a rebuild wants several besides the projections. */
    private static final Map<LedgerRole, Integer> SHARES =
            Map.of(LedgerRole.COMMANDS, 20, LedgerRole.PROJECTIONS, 35, LedgerRole.READS, 45);

    /** A rebuild holds one while it writes with another. */
    private static final int FEWEST = 2;

    private final Map<LedgerRole, HikariDataSource> pools = new EnumMap<>(LedgerRole.class);

    private LedgerPools() {}

    /**
     * Migrates as the owner, then opens the pools.
     *
     * @param size the most connections of all pools together
     * @throws ServiceNotStarted where the server can't be reached, lets its user not migrate, or could lose an
     *     acknowledged posting
     */
    static LedgerPools open(Database database, int size) {
        DatabaseRefusal.demandReachable(database);
        LedgerSchema.migrate(database);
        var all = new LedgerPools();
        SHARES.forEach((role, share) ->
                all.pools.put(role, pool(database, role, Math.max(FEWEST, size * share / 100))));
        try (var connection = all.of(LedgerRole.COMMANDS).getConnection()) {
            DurableSettings.demand(connection);
            return all;
        } catch (SQLException | RuntimeException failure) {
            all.close();
            throw failure instanceof RuntimeException unchecked
                    ? unchecked
                    : new IllegalStateException("The database can't be asked for its settings", failure);
        }
    }

    HikariDataSource of(LedgerRole role) {
        return pools.get(role);
    }

    private static HikariDataSource pool(Database database, LedgerRole role, int size) {
        var pool = new HikariDataSource();
        pool.setPoolName(role.name().toLowerCase(Locale.ROOT));
        pool.setJdbcUrl(database.url());
        pool.setUsername(database.username());
        pool.setPassword(database.password());
        pool.setMaximumPoolSize(size);
        // The others are opened when they are needed, and closed when they have not been for ten minutes.
        pool.setMinimumIdle(size / 2);
        pool.setConnectionTimeout(CONNECTED_WITHIN.toMillis());
        pool.setValidationTimeout(CONNECTED_WITHIN.dividedBy(2).toMillis());
        pool.setConnectionInitSql(role.taken());
        return pool;
    }

    @Override
    public void close() {
        pools.values().forEach(HikariDataSource::close);
    }
}
