package org.cartulary.projection.kernel;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;

/** Makes, drops and swaps the schemas of projections. Names come from code, never from a request. */
final class Schemas {

    private final JdbcTemplate jdbc;
    private final AnalysisViews views;

    Schemas(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
        this.views = new AnalysisViews(jdbc);
    }

    static String beside(Projection projection) {
        return projection.name() + "_rebuild";
    }

    boolean exists(String schema) {
        return Boolean.TRUE.equals(jdbc.queryForObject(
                "select exists (select from pg_namespace where nspname = ?)", Boolean.class, schema));
    }

    /** The tables that are read, with all that belongs to them. */
    void create(Projection projection) {
        createUnindexed(projection, projection.name());
        indexes(projection, projection.name()).forEach(jdbc::execute);
        views.create(projection);
    }

    /** Without what {@link #indexes} makes. Keys stand from the beginning: the projection itself looks rows up by them. */
    void createUnindexed(Projection projection, String schema) {
        jdbc.execute("create schema " + schema);
        statements(projection, schema).filter(statement -> !isIndex(statement)).forEach(jdbc::execute);
    }

    List<String> indexes(Projection projection, String schema) {
        return statements(projection, schema).filter(Schemas::isIndex).toList();
    }

    private static boolean isIndex(String statement) {
        return statement.startsWith("create index");
    }

    private static Stream<String> statements(Projection projection, String schema) {
        return statements(resource(projection.getClass(), "tables.sql"), schema);
    }

    /** Of a script without a semicolon in its texts. */
    static Stream<String> statements(String script, String schema) {
        var uncommented = script.replaceAll("(?m)^\\s*--.*$", "");
        return Arrays.stream(uncommented.replace("${schema}", schema).split(";"))
                .map(String::strip)
                .filter(statement -> !statement.isEmpty());
    }

    void drop(String schema) {
        jdbc.execute("drop schema if exists " + schema + " cascade");
    }

    /** Within one transaction, so that a reader finds either the old tables or the new ones. */
    void swapIn(Projection projection) {
        drop(projection.name());
        jdbc.execute("alter schema " + beside(projection) + " rename to " + projection.name());
        views.create(projection);
    }

    List<String> tables(String schema) {
        return jdbc.queryForList(
                "select tablename from pg_tables where schemaname = ? order by tablename", String.class, schema);
    }

    /** Fresh tables have no statistics, and a reader should not pay for that. */
    void analyze(String schema) {
        tables(schema).forEach(table -> jdbc.execute("analyze " + schema + "." + table));
    }

    static String resource(Class<?> beside, String name) {
        try (var stream = beside.getResourceAsStream(name)) {
            if (stream == null) throw new IllegalStateException(name + " is missing beside " + beside.getName());
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
