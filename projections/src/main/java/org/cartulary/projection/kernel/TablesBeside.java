package org.cartulary.projection.kernel;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The new tables of a rebuild, in a schema of their own, and their swap with those that are read. */
final class TablesBeside {

    private static final String LOCK_NOT_AVAILABLE = "55P03";
    private static final String DEADLOCK = "40P01";

    private static final int SEGMENTS = Math.clamp(Runtime.getRuntime().availableProcessors(), 1, 8);

    /** As many at once as there are segments, of whichever rebuild: none takes all connections. */
    private static final Executor WRITERS = Executors.newFixedThreadPool(
            SEGMENTS, Thread.ofPlatform().daemon().name("rebuild-segment-", 0).factory());

    private final Projection projection;
    private final EventFeed feed;
    private final ReadAhead reader;
    private final int batch;
    private final String schema;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final Schemas schemas;
    private final Progress progress;

    TablesBeside(Projection projection, EventFeed feed, DataSource dataSource, int batch) {
        this.projection = projection;
        this.feed = feed;
        this.reader = new ReadAhead(feed, projection);
        this.batch = batch;
        this.schema = Schemas.beside(projection);
        this.jdbc = new JdbcTemplate(dataSource);
        this.transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
        this.schemas = new Schemas(jdbc);
        this.progress = new Progress(jdbc);
    }

    void create() {
        transaction.executeWithoutResult(status -> {
            schemas.drop(schema);
            schemas.createUnindexed(projection, schema);
        });
    }

    /**
     * Several batches, one for each segment, in transactions beside each other. All of them have ended when it returns, so
     * that the position is one; where any has failed, the new tables are of no use.
     *
     * @return the position that the new tables hold now; the same where there was nothing after it
     */
    long writeAfter(long position) {
        var events = reader.after(position, batch * SEGMENTS, Duration.ZERO);
        if (events.isEmpty()) return position;
        var writing = segments(events).stream()
                .map(segment -> CompletableFuture.runAsync(() -> write(segment), WRITERS))
                .toList();
        CompletableFuture.allOf(writing.toArray(CompletableFuture[]::new)).join();
        return events.getLast().position();
    }

    private Collection<List<Recorded>> segments(List<Recorded> events) {
        return events.stream()
                .filter(recorded -> projection.needs(recorded.name()))
                .collect(Collectors.groupingBy(
                        recorded -> Math.floorMod(projection.segment(recorded).hashCode(), SEGMENTS)))
                .values();
    }

    /** What only readers use is made when the rows stand: that is a sort instead of a search for each row. */
    void index() {
        var making = schemas.indexes(projection, schema).stream()
                .map(index -> CompletableFuture.runAsync(() -> jdbc.execute(index), WRITERS))
                .toList();
        CompletableFuture.allOf(making.toArray(CompletableFuture[]::new)).join();
    }

    /** New tables have no statistics yet, and the first readers should not pay for that. */
    void analyze() {
        schemas.analyze(schema);
    }

    void drop() {
        schemas.drop(schema);
    }

    /**
     * Puts the new tables into the place of the old ones, at the same position. The locks wait for everybody who reads
     * the old tables or the progress, so that no statement sees the position of one with the rows of the other; and they
     * are waited for so shortly that other readers hardly notice. A reader of several statements that needs one snapshot
     * of both first takes {@code lock table projection.progress in access share mode}.
     *
     * @return the position that the tables hold now; nothing where readers kept the locks: try again
     */
    OptionalLong trySwap(long position) {
        try {
            return OptionalLong.of(swap(position));
        } catch (DataAccessException failure) {
            if (isBusy(failure)) return OptionalLong.empty();
            throw failure;
        }
    }

    private long swap(long position) {
        return transaction.execute(status -> {
            jdbc.execute("set local lock_timeout = '200ms'");
            jdbc.execute("lock table projection.progress in access exclusive mode");
            long last = Math.min(progress.lock(projection).orElseThrow().position(), feed.head());
            long reached = position;
            while (reached < last) reached = writeUpTo(last, reached);
            schemas.swapIn(projection);
            progress.move(projection, reached);
            return reached;
        });
    }

    private static boolean isBusy(DataAccessException failure) {
        return failure.getMostSpecificCause() instanceof SQLException cause
                && (LOCK_NOT_AVAILABLE.equals(cause.getSQLState()) || DEADLOCK.equals(cause.getSQLState()));
    }

    private long writeUpTo(long last, long position) {
        return write(feed.after(position, (int) Math.min(batch, last - position), Duration.ZERO), position);
    }

    private long write(List<Recorded> events, long position) {
        if (events.isEmpty()) return position;
        write(events);
        return events.getLast().position();
    }

    private void write(List<Recorded> events) {
        transaction.executeWithoutResult(status -> {
            jdbc.execute("set local synchronous_commit = off");
            new Tables(jdbc, schema).project(projection, events);
        });
    }
}
