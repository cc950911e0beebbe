package org.cartulary.projection.kernel;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Rows for one statement, kept column by column: the statement takes one array for each column, in their order, and reads
 * them with {@code unnest}.
 */
public final class Rows {

    private final Column[] columns;
    private final List<List<Object>> values;

    public Rows(Column... columns) {
        this.columns = columns;
        this.values = new ArrayList<>(Arrays.stream(columns)
                .map(column -> (List<Object>) new ArrayList<>())
                .toList());
    }

    /** @throws IllegalArgumentException if there are more or fewer values than columns */
    public Rows add(Object... row) {
        if (row.length != columns.length)
            throw new IllegalArgumentException("a row of " + row.length + " values for " + columns.length + " columns");
        for (int i = 0; i < row.length; i++) values.get(i).add(columns[i].converted(row[i]));
        return this;
    }

    public boolean isEmpty() {
        return values.getFirst().isEmpty();
    }

    void bind(PreparedStatement statement) throws SQLException {
        for (int i = 0; i < columns.length; i++)
            statement.setArray(
                    i + 1, statement.getConnection().createArrayOf(columns[i].type(), columns[i].array(values.get(i))));
    }
}
