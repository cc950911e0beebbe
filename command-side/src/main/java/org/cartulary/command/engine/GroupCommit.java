package org.cartulary.command.engine;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets concurrent postings share one append and one commit. A posting is entered into the order as soon as it is decided, and
 * the next one is decided on what it leaves, long before it is durable; it is answered when it is. While the database writes a
 * group, the next one gathers, so groups grow with the load and nobody waits without need. One thread writes.
 */
public final class GroupCommit implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(GroupCommit.class);
    private static final Duration IDLE_CHECK = Duration.ofMillis(100);

    private final GroupLimits limits;
    private final Clock clock;
    private final PostingOrder order;
    private final GroupAnswers answers;
    private final GroupWriter writer;
    private final Deadlines deadlines;
    private final Thread thread;
    private volatile boolean closed;

    public GroupCommit(DataSource source, GroupLimits limits, MeterRegistry registry) {
        this(
                source,
                limits,
                Clock.systemUTC(),
                registry,
                new Memory(0, registry, (stream, state) -> {}),
                (position, rows) -> {});
    }

    public GroupCommit(
            DataSource source,
            GroupLimits limits,
            Clock clock,
            MeterRegistry registry,
            Memory memory,
            AppendListener listener) {
        this.limits = limits;
        this.clock = clock;
        this.order = new PostingOrder(memory, limits);
        var metrics = new GroupMetrics(registry, order::waiting, memory::onTheirWay);
        this.answers = new GroupAnswers(memory, listener);
        this.writer = new GroupWriter(source, limits, metrics, order, answers, () -> closed);
        this.deadlines = new Deadlines(order);
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
        var posting = QueuedPosting.of(rows, deadline());
        enter(posting);
        return await(posting);
    }

    /**
     * The same without waiting for the answer. What is attached to it and runs at once, runs on the thread that
     * answers everybody: be brief there, or go elsewhere.
     */
    public CompletableFuture<Appended> submit(List<Row> rows) {
        var posting = QueuedPosting.of(rows, deadline());
        enter(posting);
        return posting.answer;
    }

    /** Of {@link System#nanoTime()}: after it, nobody who comes now waits any longer. */
    public long deadline() {
        return System.nanoTime() + limits.answerWithin().toNanos();
    }

    /**
     * Gives the posting its place in the order. From now on the next one is decided on top of it; it has to be awaited.
     *
     * @return false where another posting has changed meanwhile what this one was decided on: decide again
     * @throws LedgerOverloaded if too many postings wait already
     * @throws LedgerUnavailable if the database does not answer, or the ledger is closing
     */
    public boolean enter(QueuedPosting posting) {
        requireOpen();
        return order.enter(posting, clock);
    }

    private void requireOpen() {
        if (closed) throw LedgerUnavailable.notStored("the ledger is closing");
        if (writer.isAway()) throw LedgerUnavailable.notStored("the database does not answer");
    }

    /** Nobody else enters anything meanwhile: for a decision that others have overtaken again and again. */
    public <T> T alone(Supplier<T> decision) {
        return order.alone(decision);
    }

    /**
     * Returns when the posting is durable. Goes on waiting where the caller is interrupted: the answer comes within bounds,
     * and leaving would lose it.
     *
     * @throws AppendConflict also where a posting failed on which this one was decided
     */
    public Appended await(QueuedPosting posting) {
        deadlines.watch(posting);
        writeBeforeTheWriterAsks(posting);
        boolean interrupted = false;
        try {
            while (true)
                try {
                    return posting.answer.get();
                } catch (InterruptedException interruption) {
                    interrupted = true;
                } catch (ExecutionException failure) {
                    throw (RuntimeException) failure.getCause();
                }
        } finally {
            if (interrupted) Thread.currentThread().interrupt();
        }
    }

    /** Here many are written beside each other. What cannot be written is refused by the writer, who answers for it. */
    private static void writeBeforeTheWriterAsks(QueuedPosting posting) {
        try {
            posting.rows();
        } catch (RuntimeException unstorable) {
            LOG.debug("A posting can't be written", unstorable);
        }
    }

    private void write() {
        while (!closed || order.waiting() > 0) {
            var members = order.take(IDLE_CHECK);
            writeOrLose(members);
        }
        order.close();
        writer.close();
        answers.close();
        deadlines.close();
    }

    /** Whatever goes wrong with one group, the next one is written. */
    private void writeOrLose(List<QueuedPosting> members) {
        try {
            if (members.isEmpty()) writer.comeBack();
            else writer.write(members);
        } catch (RuntimeException | Error defect) {
            LOG.error("A group was not written to its end", defect);
            for (var member : members)
                if (member.isOpen()) order.lose(member, LedgerUnavailable.unknown("the writer failed", defect));
        }
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
