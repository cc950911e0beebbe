package org.cartulary.ops.bench.sql;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import org.cartulary.ops.bench.loop.Measured;
import org.cartulary.ops.database.Database;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/** How fast the bytes of the ledger's events go into a table of the same shape by COPY, which is as fast as rows can go. */
public final class CopyReference {

    /** Enough to be a load, and not so many that a large ledger is copied whole. */
    private static final int ROWS = 200_000;

    private static final String OUT = "copy (select * from ledger.event where position <= " + ROWS
            + " order by position) to stdout (format binary)";
    private static final String TABLE = """
            drop table if exists cartulary_bench.copied;
            create table cartulary_bench.copied (like ledger.event including constraints including indexes)
            """;
    private static final String IN = "copy cartulary_bench.copied from stdin (format binary)";

    private final Database database;

    public CopyReference(Database database) {
        this.database = database;
    }

    /** Copies again and again into a new table, until it has copied for so long. */
    public Measured run(Duration time) {
        try (var owner = DriverManager.getConnection(database.url(), database.username(), database.password())) {
            var copies = owner.unwrap(PGConnection.class).getCopyAPI();
            var file = Files.createTempFile("cartulary-", ".copy");
            try {
                try (var out = Files.newOutputStream(file)) {
                    copies.copyOut(OUT, out);
                }
                return copied(owner, copies, file, time);
            } finally {
                Files.delete(file);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static Measured copied(Connection owner, CopyManager copies, Path file, Duration time)
            throws SQLException, IOException {
        long rows = 0;
        long nanos = 0;
        while (nanos < time.toNanos()) {
            try (var statement = owner.createStatement()) {
                statement.execute(TABLE);
            }
            long begin = System.nanoTime();
            try (var in = Files.newInputStream(file)) {
                rows += copies.copyIn(IN, in, 1 << 16);
            }
            nanos += System.nanoTime() - begin;
        }
        return Measured.counted(rows, Duration.ofNanos(nanos));
    }
}
