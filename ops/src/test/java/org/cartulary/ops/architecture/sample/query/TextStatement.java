package org.cartulary.ops.architecture.sample.query;

import java.sql.Connection;
import java.sql.SQLException;

/** Breaks: a statement of SQL has parameters. */
public final class TextStatement {
    public void delete(Connection connection, String sku) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("delete from stock where sku = '" + sku + "'");
        }
    }
}
