package org.cartulary.query.kernel;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Component;

/**
 * Reads rows of one projection in one round trip: the position and the rows are said by one statement, and so by one
 * snapshot. It needs no transaction, which would cost four round trips more than the rows.
 */
@Component
public class QuickReads {

    private static final Pattern PARAMETER = Pattern.compile("(?<!:):([a-zA-Z]\\w*)");

    /**
     * Which schema bears the projection's name is asked before the names in the second statement are looked up, and again by
     * its snapshot: if both say the same, no rebuilt projection was swapped in between, and the rows are of that schema.
     */
    private static final String STATEMENTS = """
            select to_regnamespace(:projection)::oid::text;
            select p.position as holds_at, n.oid::text as schema, x.*
            from projection.progress p join pg_namespace n on n.nspname = p.projection
                 left join lateral (select true as is_row, r.* from (%s) r) x on true
            where p.projection = :projection""";

    private final JdbcOperations database;
    private final Positions positions;
    private final ReadPlaces places;
    private final Map<String, Positional> known = new ConcurrentHashMap<>();

    QuickReads(JdbcOperations database, Positions positions, ReadPlaces places) {
        this.database = database;
        this.positions = positions;
        this.places = places;
    }

    /** A statement with question marks, and the names of what they stand for. */
    private record Positional(String sql, List<String> names) {

        static Positional of(String named) {
            var names = PARAMETER
                    .matcher(named)
                    .results()
                    .map(match -> match.group(1))
                    .toList();
            return new Positional(PARAMETER.matcher(named).replaceAll("?"), names);
        }
    }

    /**
     * The rows, in the order of the statement.
     *
     * @throws Refused if the projection does not reach the wanted position in time, or all places are taken
     */
    public <T> At<List<T>> rows(
            String projection, Read read, String select, Conditions conditions, Row.Mapping<T> mapping) {
        var statement = known.computeIfAbsent(STATEMENTS.formatted(conditions.in(select)), Positional::of);
        return positions.reached(
                projection,
                read.minPosition(),
                () -> places.brief(() -> database.execute(
                        (Connection connection) -> once(connection, projection, statement, conditions, mapping))));
    }

    /** Reads of one projection that share statements. */
    public <Q, A> SharedReads<Q, A> shared(String projection, SharedReads.Work<Q, A> work) {
        return new SharedReads<>(projection, positions, places, work);
    }

    /** Null where a rebuilt projection was swapped in meanwhile. */
    private static <T> At<List<T>> once(
            Connection connection, String projection, Positional what, Conditions conditions, Row.Mapping<T> mapping)
            throws SQLException {
        try (var statement = connection.prepareStatement(what.sql())) {
            for (int i = 0; i < what.names().size(); i++) {
                var name = what.names().get(i);
                statement.setObject(
                        i + 1,
                        name.equals("projection")
                                ? projection
                                : conditions.values().get(name));
            }
            statement.execute();
            var before = schema(statement);
            statement.getMoreResults();
            return rows(statement, before, mapping);
        }
    }

    private static String schema(PreparedStatement statement) throws SQLException {
        try (var row = statement.getResultSet()) {
            row.next();
            return row.getString(1);
        }
    }

    private static <T> At<List<T>> rows(PreparedStatement statement, String before, Row.Mapping<T> mapping)
            throws SQLException {
        var found = new ArrayList<T>();
        long position = 0;
        try (var columns = statement.getResultSet()) {
            var row = new Row(columns);
            while (columns.next()) {
                if (!columns.getString("schema").equals(before)) return null;
                position = row.number("holds_at");
                if (row.flag("is_row")) found.add(mapping.map(row));
            }
        }
        return new At<>(found, position);
    }
}
