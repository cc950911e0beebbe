package org.cartulary.ops.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/**
 * What a server must be set to for "acknowledged" to mean "durable". Asked of the server itself at every start, because
 * a file, an option or a role may say otherwise than its configuration seems to.
 */
final class DurableSettings {
    private static final Map<String, List<String>> DEMANDED = Map.of(
            "fsync", List.of("on"),
            "full_page_writes", List.of("on"),
            "synchronous_commit", List.of("on", "remote_apply"));

    private DurableSettings() {}

    /**
     * @param connection one such as the service itself uses, since the settings may differ by role
     * @throws ServiceNotStarted where an acknowledged posting could be lost
     */
    static void demand(Connection connection) throws SQLException {
        for (var demand : DEMANDED.entrySet()) {
            var actual = actual(connection, demand.getKey());
            if (!demand.getValue().contains(actual)) {
                throw new ServiceNotStarted(
                        "PostgreSQL runs with %s = %s, so it could lose an acknowledged posting."
                                .formatted(demand.getKey(), actual),
                        "Set %s = on in the server's configuration.".formatted(demand.getKey()));
            }
        }
    }

    private static String actual(Connection connection, String setting) throws SQLException {
        try (var statement = connection.prepareStatement("select current_setting(?)")) {
            statement.setString(1, setting);
            try (var row = statement.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        }
    }
}
