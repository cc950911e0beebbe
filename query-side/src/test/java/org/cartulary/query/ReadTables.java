package org.cartulary.query;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** The tables that the projections own, made from their own statements. */
public final class ReadTables {

    static final List<String> PROJECTIONS =
            List.of("catalog", "stock", "reservation", "transfer", "storedvalue", "trade", "loyalty", "history");

    private ReadTables() {}

    static void create(DataSource dataSource) {
        var database = new JdbcTemplate(dataSource);
        database.execute(resource("kernel/progress.sql"));
        PROJECTIONS.forEach(projection -> {
            create(database, projection, projection);
            database.update("insert into projection.progress values (?, 0, 1)", projection);
        });
    }

    /** The tables of a projection, in a schema of any name. */
    public static void create(JdbcTemplate database, String projection, String schema) {
        database.execute("create schema " + schema);
        database.execute(resource(projection + "/tables.sql").replace("${schema}", schema));
    }

    private static String resource(String name) {
        try (var stream = ReadTables.class.getResourceAsStream("/org/cartulary/projection/" + name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
