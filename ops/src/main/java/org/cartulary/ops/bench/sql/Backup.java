package org.cartulary.ops.bench.sql;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.cartulary.ops.bench.loop.Measured;
import org.cartulary.ops.database.Database;
import org.postgresql.PGConnection;

/** All rows of the ledger by COPY, of one moment, as a logical backup reads them; what they are written to costs nothing. */
public final class Backup {

    private static final String TABLES = """
            select oid::regclass::text
            from pg_class
            where relnamespace = 'ledger'::regnamespace and relkind in ('r', 'p') and not relispartition
            order by 1
            """;

    private final Database database;

    public Backup(Database database) {
        this.database = database;
    }

    /**
     * Reads everything once.
     *
     * @param events that the ledger holds: what is counted, since they are what history grows by
     */
    public Measured run(long events) {
        try (var reader = DriverManager.getConnection(database.url(), database.username(), database.password())) {
            reader.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            reader.setAutoCommit(false);
            var tables = tables(reader);
            long begin = System.nanoTime();
            for (var table : tables)
                reader.unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyOut("copy (select * from " + table + ") to stdout", OutputStream.nullOutputStream());
            return Measured.counted(events, Duration.ofNanos(System.nanoTime() - begin));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static List<String> tables(Connection reader) throws SQLException {
        try (var statement = reader.createStatement();
                var rows = statement.executeQuery(TABLES)) {
            var names = new ArrayList<String>();
            while (rows.next()) names.add(rows.getString(1));
            return names;
        }
    }
}
