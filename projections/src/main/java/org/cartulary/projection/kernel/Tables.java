package org.cartulary.projection.kernel;

import java.util.List;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;

/**
 * The tables of one projection within the transaction of a batch. Statements name their schema <code>${schema}</code>,
 * because a rebuild runs the same ones beside.
 */
public final class Tables {

    private final JdbcTemplate jdbc;
    private final String schema;

    Tables(JdbcTemplate jdbc, String schema) {
        this.jdbc = jdbc;
        this.schema = schema;
    }

    /** Writes what follows from the events that the projection needs, if there are any. */
    void project(Projection projection, List<Recorded> batch) {
        var needed = batch.stream()
                .filter(recorded -> projection.needs(recorded.name()))
                .toList();
        if (!needed.isEmpty()) projection.project(needed, this);
    }

    /** Runs one statement over all rows; nothing where there are none. */
    public void write(String statement, Rows rows) {
        if (!rows.isEmpty()) jdbc.update(inSchema(statement), rows::bind);
    }

    /**
     * Adds rows that are new; nothing where there are none.
     *
     * @param table with its columns, such as <code>${schema}.sku (sku, position)</code>
     */
    public void copy(String table, CopyRows rows) {
        if (!rows.isEmpty())
            jdbc.execute((ConnectionCallback<Void>) connection -> rows.send(connection, inSchema(table)));
    }

    /** Reads with one statement what belongs to all of the keys; nothing where there are none. */
    public <T> List<T> read(String statement, Rows keys, RowMapper<T> mapper) {
        return keys.isEmpty() ? List.of() : jdbc.query(inSchema(statement), keys::bind, mapper);
    }

    private String inSchema(String statement) {
        return statement.replace("${schema}", schema);
    }
}
