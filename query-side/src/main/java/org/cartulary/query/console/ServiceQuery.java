package org.cartulary.query.console;

import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What runs here, and since when. */
@Component
class ServiceQuery {

    private final JdbcClient database;

    ServiceQuery(JdbcClient database) {
        this.database = database;
    }

    Overview.Service service() {
        return new Overview.Service(version(), database(), Times.second(started()));
    }

    Overview.Service withoutDatabase() {
        return new Overview.Service(version(), "can't be reached", Times.second(started()));
    }

    private String database() {
        return database.sql("""
            select 'PostgreSQL ' || split_part(current_setting('server_version'), ' ', 1) || ', database '
                   || current_database() || coalesce(' at port ' || inet_server_port(), '')\
            """).query(String.class).single();
    }

    private static String version() {
        var version = ServiceQuery.class.getPackage().getImplementationVersion();
        return Objects.requireNonNullElse(version, "from its sources");
    }

    private static Instant started() {
        return Instant.ofEpochMilli(ManagementFactory.getRuntimeMXBean().getStartTime());
    }
}
