package org.cartulary.query.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import org.cartulary.query.QueryTest;
import org.cartulary.query.Seed;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

@QueryTest
class SharedReadsTest {

    private static final int MANY = 500;
    private static final Duration LONG = Duration.ofSeconds(60);

    private final Positions positions;
    private final JdbcClient database;
    private final Seed seed;

    private final List<List<Integer>> statements = new ArrayList<>();
    private final Semaphore released = new Semaphore(0);
    private final List<CompletableFuture<Integer>> underWay = new ArrayList<>();

    SharedReadsTest(Positions positions, JdbcClient database, Seed seed) {
        this.positions = positions;
        this.database = database;
        this.seed = seed;
    }

    @BeforeEach
    void empty() {
        seed.empty();
        seed.progress(5);
    }

    @AfterEach
    void release() {
        released.release(MANY);
    }

    @Test
    void aLoneReadWaitsForNobody() {
        var reads = reads(LONG);

        assertThat(reads.ask(Read.now(), 2)).isEqualTo(new At<>(500, 5));
        assertThat(reads.ask(Read.now(), 4).value()).isEqualTo(250);
        assertThat(statements).containsExactly(List.of(2), List.of(4));
    }

    @Test
    void whoComesWhileStatementsAreOnTheirWayIsAnsweredByTheNextOne() {
        var reads = reads(LONG);
        occupy(reads);
        var waiting = List.of(waiting(reads, 10), waiting(reads, 20), waiting(reads, 25));

        released.release();
        assertThat(waiting.stream().map(CompletableFuture::join)).containsExactly(100, 50, 40);

        released.release();
        assertThat(underWay.stream().map(CompletableFuture::join)).containsExactly(1000, 1000);
        assertThat(statements).containsExactly(List.of(1), List.of(1), List.of(10, 20, 25));
    }

    @Test
    void whatTheDatabaseCannotComputeIsOnlyItsAskersTrouble() {
        var reads = reads(LONG);
        occupy(reads);
        var good = waiting(reads, 10);
        var bad = waiting(reads, 0);
        var alsoGood = waiting(reads, 20);

        released.release();

        assertThat(good.join()).isEqualTo(100);
        assertThat(alsoGood.join()).isEqualTo(50);
        assertThat(catchThrowable(bad::join))
                .isInstanceOf(CompletionException.class)
                .hasCauseInstanceOf(DataIntegrityViolationException.class);
        assertThat(reads.ask(Read.now(), 8).value()).isEqualTo(125);
    }

    @Test
    void whoIsNotReadForInTimeIsSentAwayAndReadForNoMore() {
        var reads = reads(Duration.ofMillis(1));
        occupy(reads);

        assertThat(catchThrowable(() -> reads.ask(Read.now(), 10)))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.problem()).isEqualTo(ReadProblem.READS_OVERLOADED));
        released.release(2);

        assertThat(underWay.stream().map(CompletableFuture::join)).containsExactly(1000, 1000);
        assertThat(reads.ask(Read.now(), 20).value()).isEqualTo(50);
        assertThat(statements).containsExactly(List.of(1), List.of(1), List.of(20));
    }

    @Test
    void whoIsStoppedWhileWaitingHoldsUpNobody() {
        var reads = reads(LONG);
        occupy(reads);
        var thread = new AtomicReference<Thread>();
        var stopped = waiting(reads, 10, thread);
        var other = waiting(reads, 20);

        thread.get().interrupt();

        assertThat(catchThrowable(stopped::join)).hasCauseInstanceOf(Refused.class);
        released.release(2);
        assertThat(other.join()).isEqualTo(50);
    }

    @Test
    void manyAtOnceAreAnsweredEachForItself() {
        var reads = reads(LONG);
        released.release(MANY);
        var askers = new ArrayList<CompletableFuture<Integer>>();
        for (int i = 1; i <= MANY; i++) askers.add(asked(reads, i % 100 + 1, new AtomicReference<>()));
        for (int i = 1; i <= MANY; i++) assertThat(askers.get(i - 1).join()).isEqualTo(1000 / (i % 100 + 1));
    }

    /** Divides a thousand by each number, in the database; the number 1 only when the test lets it. */
    private SharedReads<Integer, Integer> reads(Duration patience) {
        var places = new ReadPlaces(
                new QueryProperties(LONG, 8, patience),
                new StaticListableBeanFactory().getBeanProvider(MeterRegistry.class));
        return new SharedReads<>("stock", positions, places, this::divided);
    }

    private At<List<Integer>> divided(List<Integer> numbers) {
        synchronized (statements) {
            statements.add(numbers);
        }
        if (numbers.equals(List.of(1))) hold();
        var values = database.sql("select 1000 / n from unnest(:numbers) with ordinality as given (n, i) order by i")
                .param("numbers", numbers.toArray(Integer[]::new))
                .query(Integer.class)
                .list();
        return new At<>(values, 5);
    }

    private void hold() {
        try {
            released.acquire();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    /** As many statements as may be on their way at once are, until they are released. */
    private void occupy(SharedReads<Integer, Integer> reads) {
        for (int i = 0; i < 2; i++) underWay.add(waiting(reads, 1));
    }

    private static CompletableFuture<Integer> waiting(SharedReads<Integer, Integer> reads, int number) {
        return waiting(reads, number, new AtomicReference<>());
    }

    private static CompletableFuture<Integer> waiting(
            SharedReads<Integer, Integer> reads, int number, AtomicReference<Thread> asker) {
        var answer = asked(reads, number, asker);
        while (asker.get() == null || !isWaiting(asker.get())) Thread.onSpinWait();
        return answer;
    }

    private static boolean isWaiting(Thread thread) {
        return thread.getState() == Thread.State.WAITING || thread.getState() == Thread.State.TIMED_WAITING;
    }

    private static CompletableFuture<Integer> asked(
            SharedReads<Integer, Integer> reads, int number, AtomicReference<Thread> asker) {
        return CompletableFuture.supplyAsync(
                () -> reads.ask(Read.now(), number).value(), work -> asker.set(Thread.startVirtualThread(work)));
    }
}
