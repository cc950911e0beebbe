package org.cartulary.projection.kernel;

import java.time.Duration;
import java.util.List;
import org.cartulary.events.LedgerEvent;
import org.cartulary.testing.TestDatabase;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** One projection on a fresh ledger, without a thread: what is appended is in its tables when the call returns. */
public final class Replay implements AfterEachCallback, AutoCloseable {

    private final TestDatabase database = TestDatabase.migrated();
    private final JdbcTemplate jdbc = new JdbcTemplate(database.projection());
    private final TestLedger ledger = new TestLedger(database.dataSource());
    private final EventFeed feed = new PostgresEventFeed(database.projection());
    private final BatchWriter writer = new BatchWriter(database.projection());
    private final Projection projection;

    public Replay(Projection projection) {
        this.projection = projection;
        new Preparation(database.projection()).prepare(List.of(projection));
    }

    /** @return the position of the last event */
    public long append(LedgerEvent... events) {
        long position = ledger.append(events);
        follow(2_000);
        return position;
    }

    /** Appends without following. */
    public void record(List<? extends LedgerEvent> events) {
        ledger.append(events);
    }

    public void follow(int batch) {
        long position = writer.progress(projection).orElseThrow().position();
        for (var events = feed.after(position, batch, Duration.ZERO);
                !events.isEmpty();
                events = feed.after(position, batch, Duration.ZERO)) position = writer.write(projection, events);
    }

    /** Drops the tables and makes them anew from the first event. */
    public void again(int batch) {
        jdbc.execute("drop schema " + projection.name() + " cascade");
        new Preparation(database.projection()).prepare(List.of(projection));
        follow(batch);
    }

    /** As a rebuild does: in segments beside each other, with indexes at the end, then swapped in. */
    public void rebuild(int batch) {
        var beside = new TablesBeside(projection, feed, database.projection(), batch);
        beside.create();
        long position = 0;
        for (long next = beside.writeAfter(0); next > position; next = beside.writeAfter(position)) position = next;
        beside.index();
        if (beside.trySwap(position).isEmpty()) throw new IllegalStateException("somebody reads the tables");
    }

    /** The definitions of all indexes. */
    public List<String> indexes() {
        return rows("select indexdef from pg_indexes where schemaname = '" + projection.name() + "' order by 1");
    }

    public String digest() {
        return new Digests(database.projection()).of(projection).sha256();
    }

    /** The rows of a query, column by column, with values as text so that they read like the table. */
    public List<String> rows(String query) {
        return jdbc.query(query, (row, number) -> {
            var text = new StringBuilder();
            for (int column = 1; column <= row.getMetaData().getColumnCount(); column++)
                text.append(column == 1 ? "" : " ").append(row.getString(column));
            return text.toString();
        });
    }

    @Override
    public void afterEach(ExtensionContext context) {
        close();
    }

    @Override
    public void close() {
        database.close();
    }
}
