package org.cartulary.projection.kernel;

import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.PGConnection;

/**
 * Rows that are new, written as they will be sent: the server then neither parses values nor plans, and adds pages instead
 * of rows. What may stand there already needs a statement over {@link Rows}.
 */
public final class CopyRows {

    private final Column[] columns;
    private final CopyBuffer buffer = new CopyBuffer();
    private boolean empty = true;

    public CopyRows(Column... columns) {
        this.columns = columns;
    }

    /** @throws IllegalArgumentException if there are more or fewer values than columns */
    public CopyRows add(Object... row) {
        if (row.length != columns.length)
            throw new IllegalArgumentException("a row of " + row.length + " values for " + columns.length + " columns");
        buffer.row(row.length);
        for (int i = 0; i < row.length; i++) columns[i].copy(row[i], buffer);
        empty = false;
        return this;
    }

    public boolean isEmpty() {
        return empty;
    }

    /** @param table with the columns in the order of these */
    Void send(Connection connection, String table) throws SQLException {
        var copy = connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn("copy " + table + " from stdin (format binary)");
        try {
            buffer.send(copy);
            copy.endCopy();
        } finally {
            if (copy.isActive()) copy.cancelCopy();
        }
        return null;
    }
}
