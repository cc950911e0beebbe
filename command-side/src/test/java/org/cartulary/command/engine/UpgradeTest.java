package org.cartulary.command.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cartulary.command.engine.Rows.one;
import static org.cartulary.command.engine.Rows.positions;

import java.sql.SQLException;
import java.util.List;
import org.cartulary.command.engine.Outcome.Moved;
import org.cartulary.command.engine.Outcome.Stored;
import org.cartulary.testing.TestDatabase;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** A ledger that was filled before there were partitions goes on as it is. */
class UpgradeTest {
    private static final int EVENTS = 1_000;

    /** The append of that time. */
    private static final String FILL = """
            select count(*) from ledger.append(
                array(select 'old/' || i % 100 from generate_series(0, ? - 1) i),
                array(select i / 100 from generate_series(0, ? - 1) i)::bigint[],
                array(select i from generate_series(0, ? - 1) i),
                array(select 'test.Happened' from generate_series(0, ? - 1)),
                array(select now() from generate_series(0, ? - 1)),
                array(select convert_to('event ' || i, 'UTF8') from generate_series(0, ? - 1) i))
            """;

    private final TestDatabase database = TestDatabase.empty();
    private final JdbcTemplate owner = new JdbcTemplate(database.owner());

    @BeforeEach
    void fillAndUpgrade() {
        migrate("2");
        owner.queryForObject(FILL, Long.class, EVENTS, EVENTS, EVENTS, EVENTS, EVENTS, EVENTS);
        var file = fileOfTheEvents("ledger.event");
        migrate("latest");
        assertThat(fileOfTheEvents("ledger.event_1")).isEqualTo(file);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void theOldEventsAreThereAndAppendsGoOnBehindThem() throws SQLException {
        assertThat(positions(database, "old/7")).hasSize(10).startsWith(8L, 108L);
        assertThat(append(one("old/7", 10))).isEqualTo(new Stored(EVENTS + 1));
        assertThat(append(one("new", 0))).isEqualTo(new Stored(EVENTS + 2));
        assertThat(owner.queryForList("select sequence from ledger.read_stream('old/7', 8, 10)", Long.class))
                .containsExactly(8L, 9L, 10L);
    }

    @Test
    void whatWasUsedBeforeIsNeverUsedAgain() throws SQLException {
        assertThat(append(one("old/7", 0))).isInstanceOf(Moved.class);
        assertThat(append(one("old/7", 9))).isInstanceOf(Moved.class);
    }

    private void migrate(String version) {
        Flyway.configure()
                .dataSource(database.owner())
                .locations("classpath:db/migration")
                .target(version)
                .load()
                .migrate();
    }

    /** Changes where a table is written anew. */
    private long fileOfTheEvents(String table) {
        return owner.queryForObject("select pg_relation_filenode(?::regclass)", Long.class, table);
    }

    private Outcome append(List<Row> rows) throws SQLException {
        try (var ledger = LedgerConnection.open(database.owner())) {
            return ledger.append(Rows.group(rows));
        }
    }
}
