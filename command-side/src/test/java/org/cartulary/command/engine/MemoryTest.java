package org.cartulary.command.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.cartulary.command.engine.Rows.one;
import static org.cartulary.command.engine.Rows.row;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.cartulary.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What is remembered is what is stored or on its way, whatever fails. */
class MemoryTest {
    @RegisterExtension
    static final TestDatabase database = TestDatabase.migrated();

    private final Memory memory = new Memory(1 << 20, new SimpleMeterRegistry(), (stream, state) -> {});
    private final GroupCommit commits = new GroupCommit(
            database.dataSource(),
            GroupLimits.DEFAULT,
            Clock.systemUTC(),
            new SimpleMeterRegistry(),
            memory,
            (position, rows) -> {});

    @AfterEach
    void close() {
        commits.close();
    }

    @Test
    void aFailureGoesBackToTheLastStateThatIsStillOnItsWay() throws Exception {
        commits.append(one("back/other", 0));
        var none = memory.learn("back/shelf", Remembered.stored("none", -1, 1, -1));
        QueuedPosting first;
        QueuedPosting second;
        QueuedPosting third;
        try (var lock = Rows.lockedHead(database)) {
            first = entered("back/shelf", none, "one");
            var one = memory.recall("back/shelf");
            second = posting(
                    List.of(Touch.written("back/shelf", one, 1, "two", 1), Touch.unbegun("back/other", 0)),
                    List.of(row("back/shelf", 1), row("back/other", 0)));
            assertThat(commits.enter(second)).isTrue();
            third = entered("back/shelf", memory.recall("back/shelf"), "three");
            assertThat(memory.recall("back/shelf").state()).isEqualTo("three");
        }
        assertThat(commits.await(first).lastPosition()).isPositive();
        assertThatThrownBy(() -> commits.await(second))
                .isInstanceOfSatisfying(
                        AppendConflict.class,
                        conflict -> assertThat(conflict.isUndermined()).isFalse());
        assertThatThrownBy(() -> commits.await(third))
                .isInstanceOfSatisfying(
                        AppendConflict.class,
                        conflict -> assertThat(conflict.isUndermined()).isTrue());
        var left = memory.recall("back/shelf");
        if (left != null) assertThat(left.state()).isEqualTo("one");
        assertThat(memory.onTheirWay()).isZero();
    }

    @Test
    void aSnapshotIsDueAfterManyEventsOrLargeOnesAndIsAskedForOnce() {
        assertThat(firstAskedFor(100)).isEqualTo(Memory.SNAPSHOT_EVERY);
        assertThat(firstAskedFor(16 << 10)).isEqualTo(16);
        assertThat(firstAskedFor(1 << 20))
                .as("one large event is no more than its state")
                .isEqualTo(10);
    }

    /** Of events of so many bytes each, of a stream that begins: after how many, where the next one does not ask again. */
    private static int firstAskedFor(int bytes) {
        var state = Remembered.stored("none", -1, 1, -1);
        for (int events = 1; ; events++) {
            state = state.followedBy("some", events - 1, 1, null);
            if (!isAskedFor(state, bytes)) continue;
            assertThat(isAskedFor(state.followedBy("more", events, 1, null), bytes))
                    .isFalse();
            return events;
        }
    }

    private static boolean isAskedFor(Remembered state, int bytes) {
        return state.takeSnapshotAfter(Memory.SNAPSHOT_EVERY, Memory.SNAPSHOT_EVERY_BYTES, bytes);
    }

    /** Through a posting: what the writer stored is what counts. */
    @Test
    void theBytesOfAStreamAreCountedAsTheyAreStored() {
        var asked = new ConcurrentLinkedQueue<Long>();
        var large = "x".repeat(64 << 10).getBytes(StandardCharsets.US_ASCII);
        var counting = new Memory(1 << 20, new SimpleMeterRegistry(), (stream, state) -> asked.add(state.sequence()));
        try (var counted = new GroupCommit(
                database.dataSource(),
                GroupLimits.DEFAULT,
                Clock.systemUTC(),
                new SimpleMeterRegistry(),
                counting,
                (position, rows) -> {})) {
            var last = counting.learn("large/shelf", Remembered.stored("none", -1, 1, -1));
            for (int i = 0; i < 12; i++) {
                var event = new Row("large/shelf", i, "test.Happened", Rows.NOON, large);
                var posting = posting(List.of(Touch.written("large/shelf", last, i, "state", 1)), List.of(event));
                assertThat(counted.enter(posting)).isTrue();
                counted.await(posting);
                last = counting.recall("large/shelf");
            }
        }
        assertThat(asked).containsExactly(9L);
    }

    @Test
    void whoWasOvertakenIsNotEntered() {
        var none = memory.learn("late/shelf", Remembered.stored("none", -1, 1, -1));
        var first = entered("late/shelf", none, "one");
        var late = posting(List.of(Touch.written("late/shelf", none, 0, "other", 1)), one("late/shelf", 0));
        assertThat(commits.enter(late)).isFalse();
        commits.await(first);
        assertThat(memory.recall("late/shelf").state()).isEqualTo("one");
    }

    @Test
    void whatIsOnlyReadHoldsItsPlaceToo() throws Exception {
        var none = memory.learn("read/shelf", Remembered.stored("none", -1, 1, -1));
        var reader = posting(
                List.of(Touch.read("read/shelf", none), Touch.unbegun("read/record", 0)), one("read/record", 0));
        commits.append(one("read/shelf", 0));
        assertThat(commits.enter(reader)).isTrue();
        assertThatThrownBy(() -> commits.await(reader))
                .isInstanceOfSatisfying(
                        AppendConflict.class,
                        conflict -> assertThat(conflict.stream()).isEqualTo("read/shelf"));
        assertThat(memory.recall("read/shelf")).isNull();
    }

    @Test
    void whatIsDurableKeepsNothingAliveOfWhatWentBefore() {
        memory.learn("long/shelf", Remembered.stored("none", -1, 1, -1));
        for (int i = 0; i < 10; i++) {
            var posting = entered("long/shelf", memory.recall("long/shelf"), "state " + i);
            commits.await(posting);
            assertThat(memory.recall("long/shelf").origin()).isNull();
            assertThat(posting.touches()).isEmpty();
            assertThat(posting.kept()).isEmpty();
            assertThat(posting.rows()).isEmpty();
        }
    }

    private QueuedPosting entered(String stream, Remembered base, Object state) {
        var posting = posting(
                List.of(Touch.written(stream, base, base.sequence() + 1, state, 1)), one(stream, base.sequence() + 1));
        assertThat(commits.enter(posting)).isTrue();
        return posting;
    }

    private QueuedPosting posting(List<Touch> touches, List<Row> rows) {
        return new QueuedPosting(touches, at -> rows, commits.deadline());
    }
}
