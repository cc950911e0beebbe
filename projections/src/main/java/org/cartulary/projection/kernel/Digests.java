package org.cartulary.projection.kernel;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import javax.sql.DataSource;
import org.cartulary.projection.kernel.Digest.TableDigest;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Computes digests of read tables at the server: each row's text is hashed, and the hashes are added up. */
final class Digests {

    private static final String TABLE = """
            select count(*),
                   coalesce(sum(('x' || left(hash, 16))::bit(64)::bigint::numeric), 0) || ' ' ||
                   coalesce(sum(('x' || substr(hash, 17, 16))::bit(64)::bigint::numeric), 0)
            from (select encode(sha256(convert_to(t::text, 'UTF8')), 'hex') as hash from %s.%s t) hashes""";

    private final JdbcTemplate jdbc;
    private final TransactionTemplate snapshot;
    private final Progress progress;
    private final Schemas schemas;

    Digests(DataSource dataSource) {
        this.jdbc = new JdbcTemplate(dataSource);
        this.snapshot = new TransactionTemplate(new JdbcTransactionManager(dataSource));
        this.snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        this.snapshot.setReadOnly(true);
        this.progress = new Progress(jdbc);
        this.schemas = new Schemas(jdbc);
    }

    /** One snapshot over all tables and the progress, while the projection goes on. */
    Digest of(Projection projection) {
        return snapshot.execute(status -> {
            jdbc.execute("set local timezone = 'UTC'; set local datestyle = 'ISO'");
            // Before the snapshot is taken, so that no rebuild swaps tables after it.
            jdbc.execute("lock table projection.progress in access share mode");
            long position = progress.find(projection).orElseThrow().position();
            var tables = schemas.tables(projection.name()).stream()
                    .map(table -> digest(projection.name(), table))
                    .toList();
            return new Digest(projection.name(), position, sha256(tables), tables);
        });
    }

    private TableDigest digest(String schema, String table) {
        return jdbc.queryForObject(
                TABLE.formatted(schema, table),
                (row, number) -> new TableDigest(table, row.getLong(1), row.getString(2)));
    }

    private static String sha256(List<TableDigest> tables) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var table : tables)
                digest.update((table.table() + " " + table.rows() + " " + table.sums() + "\n")
                        .getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError("every JDK has SHA-256", impossible);
        }
    }
}
