package org.cartulary.command.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.cartulary.command.engine.Rows.group;
import static org.cartulary.command.engine.Rows.one;
import static org.cartulary.command.engine.Rows.positions;
import static org.cartulary.command.engine.Rows.row;
import static org.cartulary.command.engine.Rows.several;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.cartulary.command.engine.Outcome.Moved;
import org.cartulary.command.engine.Outcome.Stored;
import org.cartulary.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.core.JdbcTemplate;

/** What one call of {@code ledger.append} does with a group of postings. */
class LedgerAppendTest {
    @RegisterExtension
    static final TestDatabase database = TestDatabase.migrated();

    private LedgerConnection ledger;

    @BeforeEach
    void open() throws SQLException {
        ledger = LedgerConnection.open(database.dataSource());
    }

    @AfterEach
    void close() throws SQLException {
        ledger.close();
    }

    @Test
    void positionsFollowTheQueueWithoutAHole() throws SQLException {
        long first = stored(
                group(several("order/b", 0, 2), one("order/a", 0), List.of(row("order/d", 0), row("order/c", 0))));
        assertThat(positions(database, "order/b")).containsExactly(first, first + 1, first + 2);
        assertThat(positions(database, "order/a")).containsExactly(first + 3);
        assertThat(positions(database, "order/d")).containsExactly(first + 4);
        assertThat(positions(database, "order/c")).containsExactly(first + 5);
        assertThat(stored(group(one("order/e", 0)))).isEqualTo(first + 6);
    }

    @Test
    void whereOneStreamHasMovedNothingIsStoredAndItsEndIsTold() throws SQLException {
        long before = stored(group(several("moved/taken", 0, 4)));
        var outcome = ledger.append(group(one("moved/free", 0), one("moved/taken", 3), one("moved/none", 7)));
        assertThat(outcome).isEqualTo(new Moved(Map.of("moved/taken", 4L, "moved/none", -1L)));
        assertThat(positions(database, "moved/free")).isEmpty();
        assertThat(stored(group(one("moved/free", 0)))).as("no hole").isEqualTo(before + 5);
    }

    @Test
    void aStreamThatIsOnlyReadIsComparedToo() throws SQLException {
        stored(group(one("read/shelf", 0)));
        assertThat(ledger.append(reading("read/shelf", 0, one("read/right", 0))))
                .isInstanceOf(Stored.class);
        assertThat(ledger.append(reading("read/shelf", 1, one("read/wrong", 0))))
                .isEqualTo(new Moved(Map.of("read/shelf", 0L)));
        assertThat(ledger.append(reading("read/other", -1, one("read/unbegun", 0))))
                .isInstanceOf(Stored.class);
    }

    @Test
    void aStreamIsBegunOnce() throws SQLException {
        long first = stored(group(one("begun/a", 0), several("begun/b", 0, 2)));
        assertThat(ledger.append(group(one("begun/c", 0), several("begun/b", 0, 1), one("begun/a", 0))))
                .isEqualTo(new Moved(Map.of("begun/a", 0L, "begun/b", 2L)));
        assertThat(positions(database, "begun/c")).isEmpty();
        assertThat(stored(group(one("begun/c", 0)))).as("no hole").isEqualTo(first + 4);
    }

    @Test
    void aMomentIsStoredToTheMicrosecond() throws SQLException {
        for (var moment : List.of("2026-03-01T12:00:00.123Z", "1969-12-31T23:59:59.999999Z")) {
            var stream = "moment/" + moment;
            stored(group(List.of(new Row(stream, 0, "test.Happened", Instant.parse(moment), new byte[] {1}))));
            assertThat(new JdbcTemplate(database.owner())
                            .queryForObject(
                                    "select recorded_at = ?::timestamptz from ledger.event where stream = ?",
                                    Boolean.class,
                                    moment,
                                    stream))
                    .isTrue();
        }
    }

    @Test
    void aGroupWithoutRowsProvesWhatItStandsOnAndMovesNothing() throws SQLException {
        long first = stored(group(one("dry/shelf", 0)));
        var dry = new Group(Map.of());
        dry.conflictOf(new QueuedPosting(
                List.of(Touch.read("dry/shelf", Remembered.stored("", 0, 1, -1))), at -> List.of(), 0));
        assertThat(ledger.append(dry)).isEqualTo(new Stored(first + 1));
        assertThat(stored(group(one("dry/next", 0)))).isEqualTo(first + 1);
    }

    @Test
    void postingsOfOneGroupMayContinueOneAnother() throws SQLException {
        stored(group(several("chain", 0, 1), one("chain", 2), several("chain", 3, 4)));
        assertThat(positions(database, "chain")).isSorted().hasSize(5);
    }

    /** Across partitions no index would find it. */
    @Test
    void whatIsBroughtButNotAnnouncedNeverComesToTheTable() throws SQLException {
        stored(group(several("lied", 0, 2)));
        for (var rows : List.of(one("lied", 1), one("lied", 4), several("lied", 3, 4), List.<Row>of())) {
            var lying = new Group(Map.of());
            lying.conflictOf(new QueuedPosting(List.of(new Touch("lied", null, 2, 3, null, 0)), at -> rows, 0));
            assertThatThrownBy(() -> ledger.append(lying)).isInstanceOf(IllegalStateException.class);
        }
        assertThat(positions(database, "lied")).hasSize(3);
    }

    private long stored(Group group) throws SQLException {
        return ((Stored) ledger.append(group)).firstPosition();
    }

    private static Group reading(String stream, long last, List<Row> rows) {
        var group = group(rows);
        group.conflictOf(new QueuedPosting(List.of(new Touch(stream, null, last, last, null, 0)), at -> List.of(), 0));
        return group;
    }
}
