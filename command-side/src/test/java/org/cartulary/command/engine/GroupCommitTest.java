package org.cartulary.command.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.cartulary.command.engine.Rows.lockedHead;
import static org.cartulary.command.engine.Rows.one;
import static org.cartulary.command.engine.Rows.positions;
import static org.cartulary.command.engine.Rows.row;
import static org.cartulary.command.engine.Rows.several;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.cartulary.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class GroupCommitTest {
    @RegisterExtension
    static final TestDatabase database = TestDatabase.migrated();

    private SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private GroupCommit commits = new GroupCommit(database.dataSource(), GroupLimits.DEFAULT, metrics);

    @AfterEach
    void close() {
        commits.close();
    }

    @Test
    void aPostingGetsThePositionsOfItsEvents() {
        var first = commits.append(List.of(row("stock/A/1", 0), row("stock/A/1", 1), row("stock/A/2", 0)));
        var second = commits.append(one("stock/A/1", 2));
        assertThat(first.lastPosition() - first.firstPosition()).isEqualTo(2);
        assertThat(second.firstPosition()).isEqualTo(first.lastPosition() + 1).isEqualTo(second.lastPosition());
    }

    @Test
    void aPostingDecidedOnAnOldStateConflictsAndSaysWhere() {
        commits.append(one("stock/B/1", 0));
        assertThatThrownBy(() -> commits.append(List.of(row("stock/B/0", 0), row("stock/B/1", 0))))
                .isInstanceOfSatisfying(
                        AppendConflict.class,
                        conflict -> assertThat(conflict.stream()).isEqualTo("stock/B/1"));
        assertThat(metrics.counter("cartulary.append.conflicts").count()).isEqualTo(1);
    }

    @Test
    void aPostingWhoseStreamHasAHoleIsACallersMistake() {
        assertThatThrownBy(() -> commits.append(List.of(row("stock/C/1", 0), row("stock/C/1", 2))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> commits.append(List.of())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatWaitsTogetherIsWrittenTogether() throws Exception {
        CompletableFuture<?> first;
        List<CompletableFuture<Appended>> others;
        try (var lock = lockedHead(database)) {
            first = startedAppend("together/first");
            others = submitted(IntStream.range(0, 100).mapToObj(i -> one("together/" + i, 0)));
        }
        first.join();
        assertThat(others.stream().map(CompletableFuture::join).map(Appended::firstPosition))
                .isSorted()
                .doesNotHaveDuplicates();
        assertThat(groups()).isEqualTo(2);
        assertThat(metrics.summary("cartulary.append.group.size").max()).isEqualTo(100);
    }

    @Test
    void ofFiftyPostingsOfOneRecordOneIsStoredAndTheOthersHearAtOnceThatTheyLost() throws Exception {
        List<CompletableFuture<Appended>> same;
        try (var lock = lockedHead(database)) {
            startedAppend("same/first");
            same = submitted(IntStream.range(0, 50).mapToObj(i -> one("command/till/key", 0)));
        }
        await().until(() -> same.stream().allMatch(CompletableFuture::isDone));
        assertThat(same).filteredOn(CompletableFuture::isCompletedExceptionally).hasSize(49);
        assertThat(same.getFirst()).isCompleted();
        assertThat(same.getLast()).isCompletedExceptionally().failsWithin(Duration.ZERO);
        assertThat(metrics.counter("cartulary.append.conflicts").count()).isEqualTo(49);
        assertThat(groups()).isEqualTo(2);
        assertThat(positions(database, "command/till/key")).hasSize(1);
    }

    @Test
    void aPostingMayContinueOneThatIsStillWaiting() throws Exception {
        List<CompletableFuture<Appended>> chain;
        try (var lock = lockedHead(database)) {
            startedAppend("chain/first");
            chain = submitted(IntStream.range(0, 20).mapToObj(i -> several("chain", 2 * i, 2 * i + 1)));
        }
        chain.forEach(CompletableFuture::join);
        assertThat(positions(database, "chain")).hasSize(40).isSorted();
        assertThat(groups()).isEqualTo(2);
    }

    @Test
    void aPoisonedPostingFailsAloneAndTheOthersOfItsGroupAreStored() throws Exception {
        List<CompletableFuture<Appended>> group;
        try (var lock = lockedHead(database)) {
            startedAppend("poison/first");
            group = submitted(Stream.of(
                    one("poison/before", 0),
                    one("poison/\u0000", 0),
                    List.of(row("poison/half", 0), row("", 0)),
                    one("poison/after", 0)));
        }
        await().until(() -> group.stream().allMatch(CompletableFuture::isDone));
        assertThat(group.get(0)).isCompleted();
        assertUnstorable(group.get(1));
        assertUnstorable(group.get(2));
        assertThat(group.get(3)).isCompleted();
        assertThat(positions(database, "poison/half")).isEmpty();
        assertThat(metrics.counter("cartulary.append.settled.singly").count()).isEqualTo(1);
    }

    private static void assertUnstorable(CompletableFuture<Appended> answer) {
        assertThat(answer)
                .failsWithin(Duration.ZERO)
                .withThrowableThat()
                .havingCause()
                .isInstanceOfSatisfying(
                        PostingUnstorable.class,
                        failure -> assertThat(failure.code()).isEqualTo("POSTING_UNSTORABLE"));
    }

    @Test
    void aPostingAboveTheLimitsGoesAlone() throws Exception {
        restart(limits(10, 8, Duration.ofSeconds(15)));
        List<CompletableFuture<Appended>> postings;
        try (var lock = lockedHead(database)) {
            startedAppend("large/first");
            postings = submitted(Stream.of(one("large/a", 0), several("large/b", 0, 30), one("large/c", 0)));
        }
        postings.forEach(CompletableFuture::join);
        assertThat(groups()).isEqualTo(4);
    }

    @Test
    void oneAppendTakesSoManyBytesAndLeavesTheRestToTheNext() throws Exception {
        restart(new GroupLimits(100, 100, 40, 100, Duration.ofMillis(10), Duration.ofSeconds(15)));
        List<CompletableFuture<Appended>> postings;
        try (var lock = lockedHead(database)) {
            startedAppend("bytes/first");
            postings = submitted(Stream.of(one("bytes/a", 0), one("bytes/b", 0), one("bytes/c", 0)));
        }
        assertThat(postings.stream().map(CompletableFuture::join).map(Appended::firstPosition))
                .isSorted();
        assertThat(groups()).isEqualTo(1 + 3);
    }

    @Test
    void whoeverFollowsTheLedgerCanNotKeepItFromAnswering() {
        commits.close();
        commits = new GroupCommit(
                database.dataSource(),
                GroupLimits.DEFAULT,
                Clock.systemUTC(),
                metrics,
                new Memory(0, metrics, (stream, state) -> {}),
                (position, rows) -> {
                    throw new StackOverflowError();
                });
        commits.append(one("followed", 0));
        commits.append(one("followed", 1));
        assertThat(positions(database, "followed")).hasSize(2);
    }

    @Test
    void aFullQueueIsAnsweredAtOnce() throws Exception {
        restart(limits(2, 100, Duration.ofSeconds(15)));
        List<CompletableFuture<Appended>> waiting;
        try (var lock = lockedHead(database)) {
            startedAppend("full/first");
            waiting = submitted(Stream.of(one("full/a", 0), one("full/b", 0)));
            assertThatThrownBy(() -> commits.append(one("full/c", 0)))
                    .isInstanceOfSatisfying(
                            LedgerOverloaded.class,
                            failure -> assertThat(failure.code()).isEqualTo("LEDGER_OVERLOADED"));
        }
        waiting.forEach(CompletableFuture::join);
        assertThat(positions(database, "full/c")).isEmpty();
    }

    @Test
    void aSilentDatabaseIsReportedInTimeAndSaysWhetherThePostingMayBeStored() throws Exception {
        restart(limits(100, 100, Duration.ofMillis(300)));
        try (var lock = lockedHead(database)) {
            startedAppend("silent/first");
            assertThatThrownBy(() -> commits.append(one("silent/queued", 0)))
                    .isInstanceOfSatisfying(
                            LedgerUnavailable.class,
                            failure -> assertThat(failure.outcomeUnknown()).isFalse());
        }
        commits.append(one("silent/last", 0));
        assertThat(positions(database, "silent/queued")).isEmpty();
    }

    @Test
    void closingStoresWhatIsQueuedAndRefusesWhatComesLater() {
        var queued = submitted(IntStream.range(0, 20).mapToObj(i -> one("closing/" + i, 0)));
        commits.close();
        assertThat(queued).allMatch(answer -> answer.isDone() && !answer.isCompletedExceptionally());
        assertThatThrownBy(() -> commits.append(one("closing/late", 0)))
                .isInstanceOfSatisfying(
                        LedgerUnavailable.class,
                        failure -> assertThat(failure.outcomeUnknown()).isFalse());
    }

    private void restart(GroupLimits limits) {
        commits.close();
        metrics = new SimpleMeterRegistry();
        commits = new GroupCommit(database.dataSource(), limits, metrics);
    }

    private static GroupLimits limits(int queue, int events, Duration answerWithin) {
        return new GroupLimits(100, events, 1 << 20, queue, Duration.ofMillis(10), answerWithin);
    }

    /** An append that the writer has taken from the queue. */
    private CompletableFuture<Appended> startedAppend(String stream) {
        var first = commits.submit(one(stream, 0));
        await().until(() -> metrics.get("cartulary.append.queue.depth").gauge().value() == 0);
        return first;
    }

    private List<CompletableFuture<Appended>> submitted(Stream<List<Row>> postings) {
        return postings.map(commits::submit).toList();
    }

    private long groups() {
        return metrics.timer("cartulary.append.time").count();
    }
}
