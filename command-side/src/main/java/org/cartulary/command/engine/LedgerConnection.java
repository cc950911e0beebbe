package org.cartulary.command.engine;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
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

    /** Appends the postings in this order, each as a whole or not at all; the answers are in the same order. */
    Outcome[] append(List<QueuedPosting> group) throws SQLException {
        var outcomes = new Outcome[group.size()];
        while (Arrays.stream(outcomes).anyMatch(Objects::isNull)) {
            var open = IntStream.range(0, outcomes.length)
                    .filter(i -> outcomes[i] == null)
                    .toArray();
            var heads = heads(group, open);
            var actual = attempt(group, open, heads, outcomes);
            if (!actual.isEmpty()) {
                heads.putAll(actual);
                setApart(group, open, heads, outcomes);
            }
        }
        return outcomes;
    }

    /** The last sequence that is expected of each stream. */
    private static Map<String, Long> heads(List<QueuedPosting> group, int[] open) {
        var heads = new LinkedHashMap<String, Long>();
        for (int i : open)
            group.get(i).claims().forEach((stream, claim) -> heads.putIfAbsent(stream, claim.first() - 1));
        return heads;
    }

    /** Stores all that is open, or answers where the streams end that are not where they were expected. */
    private Map<String, Long> attempt(
            List<QueuedPosting> group, int[] open, Map<String, Long> heads, Outcome[] outcomes) throws SQLException {
        bind(IntStream.of(open).mapToObj(group::get).toList(), heads);
        var actual = new HashMap<String, Long>();
        try (var answers = append.executeQuery()) {
            while (answers.next())
                if (answers.getString(1) != null) actual.put(answers.getString(1), answers.getLong(2));
                else place(group, open, answers.getLong(3), outcomes);
        }
        return actual;
    }

    private static void place(List<QueuedPosting> group, int[] open, long first, Outcome[] outcomes) {
        for (int i : open) {
            int rows = group.get(i).rows().size();
            outcomes[i] = new Appended(first, first + rows - 1);
            first += rows;
        }
    }

    /** A posting that does not begin where its streams end conflicts, and with it whoever goes on where it ends. */
    private static void setApart(List<QueuedPosting> group, int[] open, Map<String, Long> ends, Outcome[] outcomes) {
        for (int i : open) {
            var claims = group.get(i).claims();
            var misplaced = claims.entrySet().stream()
                    .filter(claim -> claim.getValue().first() != ends.get(claim.getKey()) + 1)
                    .map(Map.Entry::getKey)
                    .min(Comparator.naturalOrder());
            if (misplaced.isPresent()) outcomes[i] = new Outcome.Conflict(misplaced.get());
            else claims.forEach((stream, claim) -> ends.put(stream, claim.last()));
        }
    }

    private void bind(List<QueuedPosting> group, Map<String, Long> heads) throws SQLException {
        var rows = group.stream().flatMap(posting -> posting.rows().stream()).toList();
        var ends = heads.values().toArray(Long[]::new);
        append.setArray(1, arrays.createArrayOf("text", heads.keySet().toArray(String[]::new)));
        append.setArray(2, arrays.createArrayOf("int8", ends));
        append.setArray(3, arrays.createArrayOf("text", each(rows, Row::stream, String[]::new)));
        append.setArray(4, arrays.createArrayOf("int8", each(rows, Row::sequence, Long[]::new)));
        append.setArray(5, arrays.createArrayOf("text", each(rows, Row::name, String[]::new)));
        append.setArray(
                6,
                arrays.createArrayOf(
                        "timestamptz", each(rows, row -> row.recordedAt().toString(), String[]::new)));
        append.setArray(7, arrays.createArrayOf("bytea", each(rows, Row::event, byte[][]::new)));
    }

    private static <T> T[] each(List<Row> rows, Function<Row, T> part, IntFunction<T[]> array) {
        return rows.stream().map(part).toArray(array);
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
