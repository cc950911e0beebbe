package org.cartulary.command.engine;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.sql.DataSource;

/**
 * Lets concurrent postings share one append and one commit. While the database writes a group, the next one gathers, so
 * groups grow with the load and nobody waits without need. One thread writes; there is nothing to tune but the limits.
 */
public final class GroupCommit implements AutoCloseable {

    private static final long IDLE_CHECK_IN_MILLIS = 100;

    private final GroupLimits limits;
    private final BlockingQueue<QueuedPosting> queue;
    private final Backlog backlog;
    private final GroupMetrics metrics;
    private final GroupWriter writer;
    private final Thread thread;
    private final AppendListener listener;
    private volatile boolean closed;

    public GroupCommit(DataSource source, GroupLimits limits, MeterRegistry registry) {
        this(source, limits, registry, () -> {});
    }

    public GroupCommit(DataSource source, GroupLimits limits, MeterRegistry registry, AppendListener listener) {
        this.listener = listener;
        this.limits = limits;
        this.queue = new ArrayBlockingQueue<>(limits.queue());
        this.backlog = new Backlog(limits);
        this.metrics = new GroupMetrics(registry, queue);
        this.writer = new GroupWriter(source, metrics, () -> closed);
        this.thread = Thread.ofPlatform().name("ledger-writer").start(this::write);
    }

    /**
     * Stores the rows as one posting, all of them or none, and returns when they are durable.
     *
     * @throws AppendConflict if a stream of theirs does not end where they begin
     * @throws LedgerOverloaded if too many postings wait already
     * @throws LedgerUnavailable if the database did not answer in time
     * @throws PostingUnstorable if the database refuses the posting for what it holds
     * @throws IllegalArgumentException if there is no row, or the rows of a stream do not count up by one
     */
    public Appended append(List<Row> rows) {
        var posting = queued(rows);
        try {
            return await(posting);
        } catch (ExecutionException failure) {
            throw (RuntimeException) failure.getCause();
        }
    }

    /**
     * The same without waiting for the answer. What is attached to it and runs at once, runs on the writer's thread: be
     * brief there, or go elsewhere.
     */
    public CompletableFuture<Appended> submit(List<Row> rows) {
        return queued(rows).answer;
    }

    private QueuedPosting queued(List<Row> rows) {
        var posting = new QueuedPosting(
                rows, System.nanoTime() + limits.answerWithin().toNanos());
        if (closed || !offered(posting)) throw refusal();
        // The writer may have left between the two: then nobody else would answer.
        if (closed && queue.remove(posting)) throw refusal();
        return posting;
    }

    private LedgerFailure refusal() {
        return closed ? LedgerUnavailable.notStored("the ledger is closing") : new LedgerOverloaded();
    }

    private boolean offered(QueuedPosting posting) {
        try {
            return queue.offer(posting)
                    || queue.offer(posting, limits.queueWithin().toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
            throw LedgerUnavailable.notStored("the caller was interrupted");
        }
    }

    /** Goes on waiting where the caller is interrupted: the answer comes within bounds, and leaving would lose it. */
    private Appended await(QueuedPosting posting) throws ExecutionException {
        boolean interrupted = false;
        try {
            while (true)
                try {
                    return posting.answer.get(posting.nanosLeft(), TimeUnit.NANOSECONDS);
                } catch (InterruptedException interruption) {
                    interrupted = true;
                } catch (TimeoutException silence) {
                    giveUp(posting);
                }
        } finally {
            if (interrupted) Thread.currentThread().interrupt();
        }
    }

    private void giveUp(QueuedPosting posting) {
        var message = "the database did not answer in time";
        posting.fail(
                queue.remove(posting)
                        ? LedgerUnavailable.notStored(message)
                        : LedgerUnavailable.unknown(message, null));
    }

    private void write() {
        while (!closed || !queue.isEmpty() || !backlog.isEmpty()) {
            var group = gathered();
            if (group.members().isEmpty()) continue;
            writer.write(group.members());
            listener.appended();
            metrics.conflicts(backlog.answerLosersAgainst(group));
        }
        writer.close();
    }

    /** Waits for the first posting only: the others are those that came while the last group was written. */
    private Group gathered() {
        try {
            if (backlog.isEmpty()) {
                var first = queue.poll(IDLE_CHECK_IN_MILLIS, TimeUnit.MILLISECONDS);
                if (first != null) backlog.add(first);
            }
        } catch (InterruptedException interruption) {
            closed = true;
        }
        return backlog.fill(queue::poll);
    }

    /** Stores what is queued, answers every caller, and refuses later ones. */
    @Override
    public void close() {
        closed = true;
        try {
            thread.join(limits.answerWithin());
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
        }
    }
}
