package org.cartulary.ops.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;

/**
 * What the machine can do without a ledger: each client inserts one row of an event's size in a durable transaction of its
 * own, into a table with two unique indexes. The rates of the ledger are given as ratios to this one.
 */
final class InsertReference implements AutoCloseable {

    private static final String TABLE = """
            create table if not exists bench_insert (
                position bigint generated always as identity primary key,
                stream text not null, sequence bigint not null, event bytea not null, unique (stream, sequence))
            """;
    private static final String INSERT = "insert into bench_insert (stream, sequence, event) values (?, ?, ?)";
    private static final int EVENT_BYTES = 400;

    private record Client(Connection connection, PreparedStatement insert) {}

    private final List<Client> clients = new ArrayList<>();
    private final ArrayBlockingQueue<Client> free;
    private final AtomicLong rows = new AtomicLong();
    private final byte[] event = new byte[EVENT_BYTES];

    /** @param owner may make a table; @param count of connections */
    InsertReference(DataSource owner, int count) throws SQLException {
        free = new ArrayBlockingQueue<>(count);
        try (var connection = owner.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(TABLE);
        }
        for (int i = 0; i < count; i++) {
            var connection = owner.getConnection();
            clients.add(new Client(connection, connection.prepareStatement(INSERT)));
        }
        free.addAll(clients);
    }

    void insert() {
        try {
            var client = free.take();
            try {
                long row = rows.incrementAndGet();
                client.insert().setString(1, "stream-" + row);
                client.insert().setLong(2, 0);
                client.insert().setBytes(3, event);
                client.insert().executeUpdate();
            } finally {
                free.put(client);
            }
        } catch (SQLException | InterruptedException failure) {
            throw new IllegalStateException("the reference insert failed", failure);
        }
    }

    @Override
    public void close() throws SQLException {
        for (var client : clients) client.connection().close();
    }
}
