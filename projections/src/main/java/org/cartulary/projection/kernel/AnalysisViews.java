package org.cartulary.projection.kernel;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The views through which analysts see read tables: those of the schema {@code analysis}, made by the resource
 * {@code analysis.sql} beside a projection. They stand on the tables that are read, and go with them, so whoever makes or
 * swaps in tables makes their views in the same transaction.
 */
final class AnalysisViews {

    /** All views that show tables of one schema. */
    private static final String STANDING = """
            select distinct v.oid::regclass::text
            from pg_class v join pg_rewrite r on r.ev_class = v.oid
                 join pg_depend d on d.objid = r.oid and d.classid = 'pg_rewrite'::regclass
                                 and d.refclassid = 'pg_class'::regclass
                 join pg_class t on t.oid = d.refobjid
            where v.relnamespace = 'analysis'::regnamespace and t.relnamespace = to_regnamespace(?)""";

    /** What the views were made by is noted at the schema of their tables, because that goes with the views. */
    private static final String NOTED =
            "select obj_description(oid, 'pg_namespace') from pg_namespace where nspname = ?";

    private static final String SCRIPT = "analysis.sql";

    private final JdbcTemplate jdbc;

    AnalysisViews(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Makes the views of tables that have none yet. */
    void create(Projection projection) {
        script(projection).ifPresent(script -> make(script, projection.name()));
    }

    /** Makes the views anew where others stand, or none, as after an upgrade. */
    void ensure(Projection projection) {
        script(projection).ifPresent(script -> ensure(script, projection.name()));
    }

    /** As {@link #ensure(Projection)}, of the table of the progress. */
    void ensureProgress() {
        ensure(Schemas.resource(AnalysisViews.class, "progress-views.sql"), "projection");
    }

    private void ensure(String script, String schema) {
        if (note(script).equals(noted(schema))) return;
        jdbc.queryForList(STANDING, String.class, schema).forEach(view -> jdbc.execute("drop view " + view));
        make(script, schema);
    }

    private void make(String script, String schema) {
        Schemas.statements(script, schema).forEach(jdbc::execute);
        jdbc.execute("comment on schema " + schema + " is '" + note(script) + "'");
    }

    private String noted(String schema) {
        return jdbc.query(NOTED, (row, number) -> row.getString(1), schema).getFirst();
    }

    private static Optional<String> script(Projection projection) {
        var type = projection.getClass();
        return type.getResource(SCRIPT) == null ? Optional.empty() : Optional.of(Schemas.resource(type, SCRIPT));
    }

    private static String note(String script) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(script.getBytes(StandardCharsets.UTF_8));
            return "views " + HexFormat.of().formatHex(digest, 0, 8);
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError("every JDK has SHA-256", impossible);
        }
    }
}
