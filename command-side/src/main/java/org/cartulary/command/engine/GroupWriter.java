package org.cartulary.command.engine;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.postgresql.util.PSQLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes groups, one after the other, and answers each of their members. Where an append ended without an answer, the same
 * rows are simply appended again: if they are stored by now, the database reports a conflict, and the writer then looks
 * whether the stored bytes are the group's own. So no answer is ever guessed, and nothing is stored twice.
 */
final class GroupWriter implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(GroupWriter.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(20);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);

    /** A shorter silence may be a restart, which callers need not hear of. */
    private static final Duration AWAY_AFTER = Duration.ofSeconds(2);

    /**
     * SQLSTATE classes that say nothing about the posting: connection, transaction state (a server that became a standby),
     * rollback, resources, object state, intervention, system. The same rows may well be stored at the next attempt.
     */
    private static final Set<String> PASSING = Set.of("08", "25", "40", "53", "55", "57", "58");

    private final DataSource source;
    private final GroupLimits limits;
    private final GroupMetrics metrics;
    private final PostingOrder order;
    private final GroupAnswers answers;
    private final BooleanSupplier closing;
    private LedgerConnection connection;
    private volatile long silentSince;

    GroupWriter(
            DataSource source,
            GroupLimits limits,
            GroupMetrics metrics,
            PostingOrder order,
            GroupAnswers answers,
            BooleanSupplier closing) {
        this.source = source;
        this.limits = limits;
        this.metrics = metrics;
        this.order = order;
        this.answers = answers;
        this.closing = closing;
    }

    /** Whether the database has been silent for so long that nobody should start waiting for it. */
    boolean isAway() {
        long since = silentSince;
        return since != 0 && System.nanoTime() - since > AWAY_AFTER.toNanos();
    }

    /** While nobody may enter anything, the writer itself has to find out that the database is back. */
    void comeBack() {
        if (silentSince == 0) return;
        try {
            if (connection == null) connection = opened();
            silentSince = 0;
        } catch (SQLException stillAway) {
            LOG.debug("The ledger's database is still away", stillAway);
        }
    }

    /** Returns when every member is stored or lost. */
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
            open = open.stream().filter(QueuedPosting::isOpen).toList();
        }
    }

    private void append(List<QueuedPosting> open) throws SQLException {
        if (connection == null) connection = opened();
        var known = Map.<String, Long>of();
        while (true) {
            var group = group(open, known);
            if (group.members().isEmpty()) return;
            switch (metrics.timed(group, connection::append)) {
                case Outcome.Stored stored -> {
                    silentSince = 0;
                    settle(group.members(), stored.firstPosition());
                    return;
                }
                case Outcome.Moved moved -> {
                    settleStoredBefore(group.members());
                    known = moved.ends();
                }
            }
        }
    }

    /** The first of them that can be stored together, as many as one append takes; those that can't have lost. */
    private Group group(List<QueuedPosting> open, Map<String, Long> known) {
        var group = new Group(known);
        long bytes = 0;
        for (var posting : open) {
            if (bytes > limits.bytes()) break;
            if (posting.isOpen() && isWritten(posting) && joins(group, posting)) bytes += posting.bytes();
        }
        return group;
    }

    /** What can't be written never comes to the database. */
    private boolean isWritten(QueuedPosting posting) {
        try {
            posting.rows();
            return true;
        } catch (RuntimeException defect) {
            LOG.error("A posting can't be written", defect);
            order.lose(posting, new PostingUnstorable(defect));
            return false;
        }
    }

    private boolean joins(Group group, QueuedPosting posting) {
        if (posting.standsOnLost()) {
            lose(posting, AppendConflict.undermined());
            return false;
        }
        var stream = group.conflictOf(posting);
        if (stream != null) lose(posting, AppendConflict.of(stream));
        return stream == null;
    }

    private void lose(QueuedPosting posting, AppendConflict conflict) {
        metrics.conflict();
        order.lose(posting, conflict);
    }

    private void settle(List<QueuedPosting> members, long firstPosition) {
        for (var member : members) member.stored();
        answers.settle(members, firstPosition);
    }

    /** Those whose append ended without an answer, and was stored all the same. */
    private void settleStoredBefore(List<QueuedPosting> members) throws SQLException {
        for (var member : members) {
            if (!member.attempted() || member.rows().isEmpty()) continue;
            var position = connection.positionOf(member.rows().getFirst());
            if (position.isPresent()) settle(List.of(member), position.getAsLong());
        }
    }

    private LedgerConnection opened() throws SQLException {
        try {
            return LedgerConnection.open(source);
        } catch (RuntimeException failure) {
            // A pool may say it in its own way.
            throw new SQLException(failure.getMessage(), failure);
        }
    }

    /** The group was refused as a whole. Each member is written by itself, so that only the guilty one fails. */
    private void settleSingly(List<QueuedPosting> members, Throwable failure) {
        var open = members.stream().filter(QueuedPosting::isOpen).toList();
        if (open.size() > 1) {
            metrics.settledSingly();
            for (var member : open)
                if (member.nanosLeft() > 0 || member.attempted()) write(List.of(member));
                else order.lose(member, member.unanswered("the database did not answer in time", failure));
        } else if (!open.isEmpty()) {
            var guilty = open.getFirst();
            LOG.warn("The database refuses a posting: {}", PostingUnstorable.reason(failure));
            order.lose(
                    guilty,
                    guilty.attempted()
                            ? guilty.unanswered("the database refuses it", failure)
                            : new PostingUnstorable(failure));
        }
    }

    private void reconnectAfter(Duration pause, List<QueuedPosting> open, SQLException failure) {
        LOG.warn(
                "The ledger's database does not answer, {} postings wait: {}",
                open.size() + order.waiting(),
                PostingUnstorable.reason(failure));
        metrics.reconnected();
        if (silentSince == 0) silentSince = System.nanoTime();
        disconnect(open);
        if (!closing.getAsBoolean()) LockSupport.parkNanos(pause.toNanos());
        for (var posting : open) {
            if (closing.getAsBoolean()) order.lose(posting, posting.unanswered("the ledger is closing", failure));
            else if (posting.nanosLeft() == 0)
                order.lose(posting, posting.unanswered("the database did not answer in time", failure));
        }
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
        return connection == null
                || state == null
                || PASSING.stream().anyMatch(state::startsWith)
                || isOfAnOldPlan(failure);
    }

    /** A session that has not heard of a partition that was made meanwhile finds none for its rows; another session does. */
    private static boolean isOfAnOldPlan(SQLException failure) {
        return failure instanceof PSQLException refusal
                && refusal.getServerErrorMessage() != null
                && "23514".equals(refusal.getSQLState())
                && refusal.getServerErrorMessage().getConstraint() == null;
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
