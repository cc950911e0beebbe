package org.cartulary.command.engine;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.OptionalLong;
import java.util.concurrent.Executor;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.PGStatement;

/** The writer's own connection: every statement commits by itself, and an answer means that the commit is durable. */
final class LedgerConnection implements AutoCloseable {

    private static final String DURABLE = "select set_config('synchronous_commit', 'on', false)"
            + " where current_setting('synchronous_commit') in ('off', 'local')";
    private static final String APPEND = "select stream, last, first_position from ledger.append(?, ?, ?, ?, ?, ?, ?)";
    private static final String STORED = "select position from ledger.read_stream(?, ?, 1) where event = ?";

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

    /** Appends the group in its order as a whole, or not at all. */
    Outcome append(Group group) throws SQLException {
        bind(group);
        try (var answer = append.executeQuery()) {
            answer.next();
            if (answer.getString(1) == null) return new Outcome.Stored(answer.getLong(3));
            var ends = new HashMap<String, Long>();
            do ends.put(answer.getString(1), answer.getLong(2));
            while (answer.next());
            return new Outcome.Moved(ends);
        }
    }

    /** In arrays of the columns' own types, which alone are sent as they are and not as text. */
    private void bind(Group group) throws SQLException {
        var rows = group.rows();
        var streams = new String[rows.size()];
        var sequences = new long[rows.size()];
        var names = new String[rows.size()];
        var recorded = new long[rows.size()];
        var events = new byte[rows.size()][];
        for (int i = 0; i < streams.length; i++) {
            var row = rows.get(i);
            streams[i] = row.stream();
            sequences[i] = row.sequence();
            names[i] = row.name();
            recorded[i] = ChronoUnit.MICROS.between(Instant.EPOCH, row.recordedAt());
            events[i] = row.event();
        }
        var heads = group.heads();
        append.setArray(1, arrays.createArrayOf("text", heads.keySet().toArray(String[]::new)));
        append.setArray(
                2,
                arrays.createArrayOf(
                        "int8",
                        heads.values().stream().mapToLong(Long::longValue).toArray()));
        append.setArray(3, arrays.createArrayOf("text", streams));
        append.setArray(4, arrays.createArrayOf("int8", sequences));
        append.setArray(5, arrays.createArrayOf("text", names));
        append.setArray(6, arrays.createArrayOf("int8", recorded));
        append.setArray(7, arrays.createArrayOf("bytea", events));
    }

    /** Where this very row is stored, if it is: nothing else has its bytes, for they hold its id. */
    OptionalLong positionOf(Row row) throws SQLException {
        try (var query = connection.prepareStatement(STORED)) {
            query.setString(1, row.stream());
            query.setLong(2, row.sequence());
            query.setBytes(3, row.event());
            try (var found = query.executeQuery()) {
                return found.next() ? OptionalLong.of(found.getLong(1)) : OptionalLong.empty();
            }
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
