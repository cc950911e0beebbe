package org.cartulary.command.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.cartulary.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.core.JdbcTemplate;

/** Readers that follow the positions miss nothing, however many write. */
class CommitOrderTest {
    @RegisterExtension
    static final TestDatabase database = TestDatabase.migrated();

    private static final int WRITERS = 16;
    private static final int POSTINGS = 200;

    private final JdbcTemplate ledger = new JdbcTemplate(database.dataSource());

    /** Two group commits stand for two nodes: they share nothing but the database. */
    @Test
    void aReaderThatTailsThePositionsOfTwoNodesSeesEveryEventOnceAndNoHole() throws Exception {
        try (var one = commits();
                var other = commits();
                var threads = Executors.newFixedThreadPool(WRITERS + 1)) {
            var writers = new ArrayList<Future<Long>>();
            for (int i = 0; i < WRITERS; i++) writers.add(threads.submit(writer(i, i % 2 == 0 ? one : other)));
            var tail = threads.submit(() -> tail(writers));
            long written = 0;
            for (var writer : writers) written += writer.get();
            assertThat(tail.get())
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(1, written).boxed().toList());
        }
        assertThat(ledger.queryForObject("select position from ledger.head", Long.class))
                .isEqualTo(ledger.queryForObject("select count(*) from ledger.event", Long.class));
    }

    private static GroupCommit commits() {
        return new GroupCommit(database.dataSource(), GroupLimits.DEFAULT, new SimpleMeterRegistry());
    }

    /** Postings of 1 to 5 events; each one is visible when it is acknowledged, at the position that the answer says. */
    private Callable<Long> writer(int seed, GroupCommit commits) {
        var random = new Random(seed);
        return () -> {
            long sequence = 0;
            for (int i = 0; i < POSTINGS; i++) {
                var rows = Rows.several("writer/" + seed, sequence, sequence + random.nextInt(5));
                var appended = commits.append(rows);
                if (i % 20 == 0) assertStored(rows, appended);
                sequence += rows.size();
            }
            return sequence;
        };
    }

    private void assertStored(List<Row> rows, Appended appended) {
        var stored = ledger.query(
                "select event from ledger.event where position between ? and ? order by position",
                (row, n) -> row.getBytes(1),
                appended.firstPosition(),
                appended.lastPosition());
        assertThat(stored).hasSameSizeAs(rows);
        IntStream.range(0, rows.size())
                .forEach(i -> assertThat(stored.get(i)).isEqualTo(rows.get(i).event()));
    }

    private List<Long> tail(List<? extends Future<?>> writers) throws ExecutionException, InterruptedException {
        var seen = new ArrayList<Long>();
        boolean last;
        do {
            last = writers.stream().allMatch(Future::isDone);
            seen.addAll(ledger.queryForList(
                    "select position from ledger.event where position > ? order by position",
                    Long.class,
                    seen.isEmpty() ? 0 : seen.getLast()));
        } while (!last);
        return seen;
    }
}
