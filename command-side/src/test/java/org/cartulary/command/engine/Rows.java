package org.cartulary.command.engine;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.cartulary.events.kernel.Uuid7;
import org.cartulary.testing.TestDatabase;
import org.springframework.jdbc.core.JdbcTemplate;

/** Rows for tests of the write path, which never looks into an event's bytes. */
public final class Rows {

    static final Instant NOON = Instant.parse("2026-03-01T12:00:00.123Z");

    private Rows() {}

    static Row row(String stream, long sequence) {
        var event = stream + "@" + sequence + " " + Uuid7.random();
        return new Row(stream, sequence, "test.Happened", NOON, event.getBytes(StandardCharsets.UTF_8));
    }

    static List<Row> one(String stream, long sequence) {
        return List.of(row(stream, sequence));
    }

    public static List<Row> several(String stream, long first, long last) {
        return LongStream.rangeClosed(first, last)
                .mapToObj(sequence -> row(stream, sequence))
                .toList();
    }

    /** Of postings that bring these rows and stand on nothing else. */
    @SafeVarargs
    static Group group(List<Row>... postings) {
        var group = new Group(Map.of());
        for (var rows : postings)
            if (group.conflictOf(QueuedPosting.of(rows, 0)) != null)
                throw new IllegalArgumentException("they don't go on where the others end");
        return group;
    }

    static List<Long> positions(TestDatabase database, String stream) {
        return new JdbcTemplate(database.dataSource())
                .queryForList(
                        "select position from ledger.event where stream = ? order by sequence", Long.class, stream);
    }

    /** Nobody appends until it is closed: the head row is locked as by another node. */
    public static AutoCloseable lockedHead(TestDatabase database) throws SQLException {
        var other = database.owner().getConnection();
        other.setAutoCommit(false);
        try (var lock = other.createStatement()) {
            lock.execute("select position from ledger.head for update");
        }
        return other;
    }
}
