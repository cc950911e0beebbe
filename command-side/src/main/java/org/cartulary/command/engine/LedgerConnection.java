package org.cartulary.command.engine;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.PGStatement;

/** The writer's own connection: every statement commits by itself, and an answer means that the commit is durable. */
final class LedgerConnection implements AutoCloseable {

    private static final String DURABLE = "select set_config('synchronous_commit', 'on', false)"
            + " where current_setting('synchronous_commit') in ('off', 'local')";
    private static final String APPEND =
            "select posting, first_position, last_position, conflict from ledger.append(?, ?, ?, ?, ?, ?)";
    private static final String STORED =
            "select position from ledger.event where stream = ? and sequence = ? and event = ?";

    /** After so long the connection is given up; longer than {@code ledger.append} itself waits for its turn. */
    private static final int SILENCE_IN_MILLIS = 10_000;

    private static final Executor AT_ONCE = Runnable::run;

    private final Connection connection;
    private final PGConnection arrays;
    private final PreparedStatement append;

    private LedgerConnection(Connection connection) throws SQLException {
        this.connection = connection;
        this.arrays = connection.unwrap(PGConnection.class);
        connection.setAutoCommit(true);
        connection.setNetworkTimeout(AT_ONCE, SILENCE_IN_MILLIS);
        try (var durable = connection.createStatement()) {
            durable.execute(DURABLE);
        }
        this.append = connection.prepareStatement(APPEND);
        append.unwrap(PGStatement.class).setPrepareThreshold(1);
    }

    static LedgerConnection open(DataSource source) throws SQLException {
        var connection = source.getConnection();
        try {
            return new LedgerConnection(connection);
        } catch (SQLException | RuntimeException failure) {
            connection.close();
            throw failure;
        }
    }

    /** Appends the postings in this order, each as a whole or not at all; the answers are in the same order. */
    Outcome[] append(List<QueuedPosting> group) throws SQLException {
        bind(group);
        var outcomes = new Outcome[group.size()];
        try (var answers = append.executeQuery()) {
            while (answers.next()) outcomes[answers.getInt(1)] = outcome(answers);
        }
        return outcomes;
    }

    private static Outcome outcome(ResultSet answer) throws SQLException {
        var conflict = answer.getString(4);
        return conflict == null ? new Appended(answer.getLong(2), answer.getLong(3)) : new Outcome.Conflict(conflict);
    }

    private void bind(List<QueuedPosting> group) throws SQLException {
        int size = group.stream().mapToInt(posting -> posting.rows().size()).sum();
        var streams = new String[size];
        var sequences = new long[size];
        var postings = new int[size];
        var names = new String[size];
        var recorded = new String[size];
        var events = new byte[size][];
        int i = 0;
        for (int posting = 0; posting < group.size(); posting++)
            for (var row : group.get(posting).rows()) {
                streams[i] = row.stream();
                sequences[i] = row.sequence();
                postings[i] = posting;
                names[i] = row.name();
                recorded[i] = row.recordedAt().toString();
                events[i++] = row.event();
            }
        append.setArray(1, arrays.createArrayOf("text", streams));
        append.setArray(2, arrays.createArrayOf("int8", sequences));
        append.setArray(3, arrays.createArrayOf("int4", postings));
        append.setArray(4, arrays.createArrayOf("text", names));
        append.setArray(5, arrays.createArrayOf("timestamptz", recorded));
        append.setArray(6, arrays.createArrayOf("bytea", events));
    }

    /** Where this very posting is stored, if it is. Its first event tells: nothing else has its bytes, for they hold its id. */
    Optional<Outcome> stored(QueuedPosting posting) throws SQLException {
        var first = posting.rows().getFirst();
        try (var query = connection.prepareStatement(STORED)) {
            query.setString(1, first.stream());
            query.setLong(2, first.sequence());
            query.setBytes(3, first.event());
            try (var found = query.executeQuery()) {
                if (!found.next()) return Optional.empty();
                long position = found.getLong(1);
                return Optional.of(
                        new Appended(position, position + posting.rows().size() - 1));
            }
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
