package org.cartulary.command.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.cartulary.command.engine.Rows.one;
import static org.cartulary.command.engine.Rows.positions;
import static org.cartulary.command.engine.Rows.several;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.awaitility.Awaitility;
import org.cartulary.command.engine.Outcome.Moved;
import org.cartulary.command.engine.Outcome.Stored;
import org.cartulary.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** A stream is one stream however many partitions it lies in, and a key is used once however old it is. */
class PartitionsTest {
    private static final int SIZE = 10;

    private final TestDatabase database = TestDatabase.migrated();
    private final JdbcTemplate service = new JdbcTemplate(database.dataSource());
    private final SmallPartitions partitions = new SmallPartitions(database, SIZE);
    private LedgerConnection ledger;

    @BeforeEach
    void open() throws SQLException {
        partitions.prepare(5);
        ledger = LedgerConnection.open(database.dataSource());
    }

    @AfterEach
    void close() throws SQLException {
        ledger.close();
        database.close();
    }

    @Test
    void aGroupThatCrossesBoundariesIsStoredAsAWhole() throws SQLException {
        assertThat(append(several("long", 0, 34))).isEqualTo(new Stored(1));
        assertThat(positions(database, "long"))
                .containsExactlyElementsOf(LongStream.rangeClosed(1, 35).boxed().toList());
        assertThat(service.queryForList("select distinct tableoid::regclass::text from ledger.event", String.class))
                .containsExactlyInAnyOrder("ledger.event_1", "ledger.event_11", "ledger.event_21", "ledger.event_31");
    }

    /** Before a partition is closed, at every moment of its closing, and when all are closed. */
    @Test
    void aKeyThatWasUsedIsRefusedInWhateverPartitionItLies() throws SQLException {
        for (int key = 0; key < 45; key++) append(one("command/till/" + key, 0));
        assertAllKeysAreUsed();
        while (partitions.closeOneMore()) assertAllKeysAreUsed();
        assertThat(partitions.closedPosition()).isEqualTo(40);
        assertThat(append(one("command/till/new", 0))).isEqualTo(new Stored(46));
    }

    private void assertAllKeysAreUsed() throws SQLException {
        for (int key = 0; key < 45; key++) {
            var record = "command/till/" + key;
            assertThat(append(one(record, 0))).isInstanceOf(Moved.class);
        }
    }

    @Test
    void aStreamGoesOnOverOpenAndClosedPartitionsAndIsReadInOrder() throws SQLException {
        append(several("shelf", 0, 3));
        append(several("other", 0, 30));
        append(several("shelf", 4, 9));
        partitions.closeAll();
        assertThat(append(one("shelf", 9))).isInstanceOf(Moved.class);
        assertThat(append(one("shelf", 11))).isInstanceOf(Moved.class);
        append(several("shelf", 10, 12));
        append(one("other", 31));
        assertThat(read("shelf", 0, 100)).containsExactlyElementsOf(upTo(0, 12));
        assertThat(read("shelf", 2, 4)).containsExactly(2L, 3L, 4L, 5L);
        assertThat(read("shelf", 5, 100)).containsExactlyElementsOf(upTo(5, 12));
        assertThat(read("unknown", 0, 100)).isEmpty();
        assertThat(last("shelf")).isEqualTo(12);
        assertThat(last("unknown")).isNull();
    }

    @Test
    void aClosingThatStoppedInTheMiddleHidesNothingAndGoesOn() throws SQLException {
        for (int i = 0; i < 25; i++) append(one("half/" + i, 0));
        assertThat(partitions.closeOneMore()).isTrue();
        assertThat(partitions.closedPosition()).isZero();
        assertThat(read("half/0", 0, 10)).containsExactly(0L);
        assertThat(append(one("half/0", 1))).isEqualTo(new Stored(26));
        partitions.closeAll();
        assertThat(partitions.closedPosition()).isEqualTo(20);
        assertThat(read("half/0", 0, 10)).containsExactly(0L, 1L);
    }

    @Test
    void whereNoPartitionIsAheadNothingIsStoredAndTheWriterTriesAgain() throws SQLException {
        append(several("full", 0, 48));
        assertThatThrownBy(() -> append(several("full", 49, 50)))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("no partition for position 51")
                .hasMessageContaining("ledger.prepare_partition()");
        assertThat(last("full")).isEqualTo(48);
        partitions.prepare(1);
        assertThat(append(several("full", 49, 50))).isEqualTo(new Stored(50));
    }

    @Test
    void nobodyChangesAPartitionByItsOwnNameAttachedOrNot() throws SQLException {
        append(several("kept", 0, 14));
        var owner = new JdbcTemplate(database.owner());
        owner.execute("alter table ledger.event detach partition ledger.event_1");
        for (var table : List.of("ledger.event_1", "ledger.event_11"))
            for (var change : List.of("update %s set event = ''", "delete from %s", "truncate %s")) {
                assertRefused(owner, change.formatted(table), "append-only");
                assertRefused(service, change.formatted(table), "denied");
            }
        owner.execute("alter table ledger.event attach partition ledger.event_1 for values from (1) to (11)");
        assertThat(positions(database, "kept")).hasSize(15);
    }

    private static void assertRefused(JdbcTemplate role, String change, String why) {
        assertThatThrownBy(() -> role.execute(change)).rootCause().hasMessageContaining(why);
    }

    /** Two nodes tend the partitions while two others write, with postings that continue one another. */
    @Test
    void underLoadEveryPostingIsStoredOnceWhilePartitionsAreMadeAndClosed() throws Exception {
        var every = Duration.ofMillis(1);
        try (var commits = commits();
                var others = commits();
                var threads = Executors.newFixedThreadPool(8);
                var tended = Partitions.tended(database.dataSource(), new SimpleMeterRegistry(), every);
                var also = Partitions.tended(database.dataSource(), new SimpleMeterRegistry(), every)) {
            var writers = new ArrayList<Future<?>>();
            for (int i = 0; i < 8; i++) {
                int writer = i;
                writers.add(threads.submit(() -> write(writer % 2 == 0 ? commits : others, writer)));
            }
            for (var writer : writers) writer.get();
            long head = service.queryForObject("select position from ledger.head", Long.class);
            Awaitility.await()
                    .untilAsserted(() -> assertThat(partitions.closedPosition()).isEqualTo(head / SIZE * SIZE));
        }
        for (int i = 0; i < 8; i++) assertThat(read("writer/" + i, 0, 1000)).containsExactlyElementsOf(upTo(0, 119));
        assertThat(service.queryForObject("select count(*) from ledger.event", Long.class))
                .isEqualTo(8 * 120);
    }

    private static void write(GroupCommit commits, int writer) {
        var random = new Random(writer);
        for (long next = 0; next < 120; ) {
            long last = Math.min(119, next + random.nextInt(4));
            commits.append(several("writer/" + writer, next, last));
            next = last + 1;
        }
    }

    private GroupCommit commits() {
        return new GroupCommit(database.dataSource(), GroupLimits.DEFAULT, new SimpleMeterRegistry());
    }

    private Outcome append(List<Row> rows) throws SQLException {
        return ledger.append(Rows.group(rows));
    }

    private List<Long> read(String stream, long first, int size) {
        return service.queryForList(
                "select sequence from ledger.read_stream(?, ?, ?)", Long.class, stream, first, size);
    }

    private Long last(String stream) {
        return service.queryForObject("select ledger.last_sequence(?)", Long.class, stream);
    }

    private static List<Long> upTo(long first, long last) {
        return LongStream.rangeClosed(first, last).boxed().toList();
    }
}
