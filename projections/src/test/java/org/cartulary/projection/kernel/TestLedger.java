package org.cartulary.projection.kernel;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.cartulary.events.LedgerEvent;
import org.cartulary.events.catalogue.EventCatalogue;
import org.cartulary.events.json.EventJson;
import org.cartulary.events.json.StoredEvent;
import org.springframework.jdbc.core.JdbcTemplate;

/** Writes events into the ledger's table, as the engine would, for tests of what follows. */
public final class TestLedger {

    public static final Instant RECORDED_AT = Instant.parse("2026-03-01T12:00:00.123Z");
    public static final String COMMAND = "command/shop/1";

    private static final String APPEND = """
            select first_position from ledger.append(?, ?, ?, ?, ?,
                array_fill((extract(epoch from '2026-03-01T12:00:00.123Z'::timestamptz) * 1000000)::bigint, array[cardinality(?::text[])]), ?)""";

    private record Row(String stream, long sequence, String name, byte[] event) {}

    private final JdbcTemplate jdbc;
    private final EventJson json = new EventJson(EventCatalogue.CURRENT);
    private final Map<String, Long> lengths = new HashMap<>();
    private long position;

    public TestLedger(DataSource dataSource) {
        this.jdbc = new JdbcTemplate(dataSource);
    }

    /** @return the position of the last one */
    public long append(LedgerEvent... events) {
        return append(List.of(events));
    }

    /** All in one append, sent by Ann at till-7 through the channel {@code web}. */
    public synchronized long append(List<? extends LedgerEvent> events) {
        var rows = new ArrayList<Row>();
        for (var event : events) {
            position++;
            var stored = stored(event);
            rows.add(new Row(stored.stream(), stored.sequence(), stored.name(), json.write(stored)));
        }
        return write(rows);
    }

    /** An event that nobody can read. */
    public synchronized long appendPoison(String name) {
        var bytes = "{}".getBytes(StandardCharsets.UTF_8);
        position++;
        return write(List.of(new Row("poison/" + position, 0, name, bytes)));
    }

    public long head() {
        return position;
    }

    private long write(List<Row> rows) {
        var heads = new LinkedHashMap<String, Long>();
        for (var row : rows) heads.putIfAbsent(row.stream(), row.sequence() - 1);
        jdbc.query(
                APPEND,
                first -> {
                    if (first.getLong(1) != position - rows.size() + 1) throw new IllegalStateException("a conflict");
                },
                heads.keySet().toArray(String[]::new),
                heads.values().toArray(Long[]::new),
                rows.stream().map(Row::stream).toArray(String[]::new),
                rows.stream().map(Row::sequence).toArray(Long[]::new),
                rows.stream().map(Row::name).toArray(String[]::new),
                rows.stream().map(Row::stream).toArray(String[]::new),
                rows.stream().map(Row::event).toArray(byte[][]::new));
        return position;
    }

    private StoredEvent stored(LedgerEvent event) {
        long sequence = lengths.merge(event.stream(), 1L, Long::sum) - 1;
        return new StoredEvent(
                "ann",
                "web",
                COMMAND,
                event,
                "till-7",
                new UUID(0x0198_c0de_0000_7000L, 0x8000_0000_0000_0000L | position),
                EventCatalogue.CURRENT.entry(event.getClass()).name(),
                RECORDED_AT,
                1,
                sequence,
                event.stream());
    }
}
