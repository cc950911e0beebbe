package org.cartulary.command.engine;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes groups, one after the other, and answers each of their members. Where an append ended without an answer, the same
 * rows are simply appended again: if they are stored by now, the database reports a conflict, and the writer then looks
 * whether the stored bytes are the posting's own. So no answer is ever guessed, and nothing is stored twice.
 */
final class GroupWriter implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(GroupWriter.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(20);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);

    /**
     * SQLSTATE classes that say nothing about the posting: connection, transaction state (a server that became a standby),
     * rollback, resources, object state, intervention, system. The same rows may well be stored at the next attempt.
     */
    private static final Set<String> PASSING = Set.of("08", "25", "40", "53", "55", "57", "58");

    private final DataSource source;
    private final GroupMetrics metrics;
    private final BooleanSupplier closing;
    private LedgerConnection connection;

    GroupWriter(DataSource source, GroupMetrics metrics, BooleanSupplier closing) {
        this.source = source;
        this.metrics = metrics;
        this.closing = closing;
    }

    /** Returns when every member has its answer. */
    void write(List<QueuedPosting> members) {
        var open = members;
        for (var pause = FIRST_PAUSE; !open.isEmpty(); pause = longer(pause)) {
            try {
                append(open);
            } catch (SQLException refusal) {
                if (passes(refusal)) reconnectAfter(pause, open, refusal);
                else settleSingly(open, refusal);
            } catch (RuntimeException | Error defect) {
                // Nobody knows how far it came, so each member is asked for by itself.
                disconnect(open);
                settleSingly(open, defect);
            }
            open = open.stream().filter(posting -> !posting.answered()).toList();
        }
    }

    private void append(List<QueuedPosting> open) throws SQLException {
        if (connection == null) connection = opened();
        var outcomes = metrics.timed(open, connection::append);
        var doubtful = new ArrayList<QueuedPosting>();
        for (int i = 0; i < outcomes.length; i++)
            if (outcomes[i] instanceof Outcome.Conflict && open.get(i).attempted()) doubtful.add(open.get(i));
            else settle(open.get(i), outcomes[i]);
        for (var posting : doubtful)
            settle(posting, connection.stored(posting).orElse(outcomes[open.indexOf(posting)]));
    }

    private LedgerConnection opened() throws SQLException {
        try {
            return LedgerConnection.open(source);
        } catch (RuntimeException failure) {
            // A pool may say it in its own way.
            throw new SQLException(failure.getMessage(), failure);
        }
    }

    private void settle(QueuedPosting posting, Outcome outcome) {
        if (outcome instanceof Outcome.Conflict) metrics.conflicts(1);
        posting.settle(outcome);
    }

    /** The group was refused as a whole. Each member is written by itself, so that only the guilty one fails. */
    private void settleSingly(List<QueuedPosting> members, Throwable failure) {
        if (members.size() > 1) {
            metrics.settledSingly();
            members.forEach(member -> write(List.of(member)));
            return;
        }
        var guilty = members.getFirst();
        LOG.warn("The database refuses a posting: {}", PostingUnstorable.reason(failure));
        guilty.fail(
                guilty.attempted()
                        ? guilty.unanswered("the database refuses it", failure)
                        : new PostingUnstorable(failure));
    }

    private void reconnectAfter(Duration pause, List<QueuedPosting> open, SQLException failure) {
        LOG.warn(
                "The ledger's database does not answer, {} postings wait: {}",
                open.size(),
                PostingUnstorable.reason(failure));
        metrics.reconnected();
        disconnect(open);
        if (closing.getAsBoolean())
            open.forEach(posting -> posting.fail(posting.unanswered("the ledger is closing", failure)));
        else LockSupport.parkNanos(pause.toNanos());
        open.forEach(posting -> posting.failIfLate(failure));
    }

    /** Where there was no connection there was no attempt, and nothing can be stored. */
    private void disconnect(List<QueuedPosting> open) {
        if (connection != null) open.forEach(QueuedPosting::markAttempted);
        close();
    }

    private static Duration longer(Duration pause) {
        var twice = pause.multipliedBy(2);
        return twice.compareTo(LONGEST_PAUSE) < 0 ? twice : LONGEST_PAUSE;
    }

    /** Without a connection every failure passes; so does one without SQLSTATE, which comes from the pool. */
    private boolean passes(SQLException failure) {
        var state = failure.getSQLState();
        return connection == null || state == null || PASSING.stream().anyMatch(state::startsWith);
    }

    @Override
    public void close() {
        if (connection == null) return;
        try {
            connection.close();
        } catch (SQLException broken) {
            LOG.debug("The connection was broken already", broken);
        }
        connection = null;
    }
}
