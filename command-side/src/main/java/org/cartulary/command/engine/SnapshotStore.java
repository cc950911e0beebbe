package org.cartulary.command.engine;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.core.JacksonException;

/** Keeps the last snapshot of each stream. Losing one costs time and nothing else. */
public final class SnapshotStore {

    private static final Logger LOG = LoggerFactory.getLogger(SnapshotStore.class);

    /** Only of events that are stored, and only forward: a slow writer never puts an older one back. */
    private static final String STORE = """
            insert into ledger.snapshot as kept (stream, sequence, type, revision, state)
            select asked.stream, asked.sequence, ?, ?, ?
            from (values (?, ?)) asked (stream, sequence),
                 lateral ledger.read_stream(asked.stream, asked.sequence, 1) stored
            where stored.sequence = asked.sequence
            on conflict (stream) do update
                set sequence = excluded.sequence, type = excluded.type, revision = excluded.revision, state = excluded.state
                where excluded.sequence >= kept.sequence
            """;

    private static final String READ = "select sequence, type, revision, state from ledger.snapshot where stream = ?";

    private record Kept(long sequence, String type, int revision, byte[] state) {}

    private final JdbcTemplate ledger;
    private final SnapshotJson json;

    public SnapshotStore(DataSource source, SnapshotJson json) {
        this.ledger = new JdbcTemplate(source);
        this.json = json;
    }

    /** @param state of a class that {@link SnapshotJson} knows, after the event of that sequence */
    public void store(String stream, long sequence, Object state) {
        storeAll(Map.of(stream, Remembered.stored(state, sequence, 0, sequence)));
    }

    /** Without waiting until they are durable: what is lost is only longer to load. */
    public void storeAll(Map<String, Remembered> states) {
        ledger.execute((Connection connection) -> {
            connection.setAutoCommit(false);
            try (var relaxed = connection.createStatement();
                    var store = connection.prepareStatement(STORE)) {
                relaxed.execute("set local synchronous_commit = off");
                for (var state : states.entrySet()) add(store, state.getKey(), state.getValue());
                store.executeBatch();
                connection.commit();
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
            return null;
        });
    }

    private void add(PreparedStatement store, String stream, Remembered remembered) throws SQLException {
        var type = remembered.state().getClass();
        store.setString(1, type.getSimpleName());
        store.setInt(2, SnapshotJson.revision(type));
        store.setBytes(3, json.write(remembered.state()));
        store.setString(4, stream);
        store.setLong(5, remembered.sequence());
        store.addBatch();
    }

    Optional<DomainEventMessage<?>> read(String stream) {
        return ledger
                .query(
                        READ,
                        (row, n) -> new Kept(row.getLong(1), row.getString(2), row.getInt(3), row.getBytes(4)),
                        stream)
                .stream()
                .findFirst()
                .flatMap(kept -> restored(stream, kept));
    }

    private Optional<DomainEventMessage<?>> restored(String stream, Kept kept) {
        var type = json.type(kept.type());
        if (type == null || SnapshotJson.revision(type) != kept.revision()) return Optional.empty();
        try {
            var state = json.read(kept.state(), type);
            return Optional.of(new GenericDomainEventMessage<>(kept.type(), stream, kept.sequence(), state));
        } catch (JacksonException unreadable) {
            LOG.warn("The snapshot of {} is ignored: {}", stream, unreadable.getOriginalMessage());
            return Optional.empty();
        }
    }
}
