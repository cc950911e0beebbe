package org.cartulary.command.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.cartulary.command.engine.Shelves.stock;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.IntStream;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.AggregateSnapshotter;
import org.axonframework.eventsourcing.GenericAggregateFactory;
import org.cartulary.events.kernel.Quantity;
import org.cartulary.events.kernel.ReservationId;
import org.cartulary.events.kernel.Uuid7;
import org.cartulary.events.stock.StockId;
import org.cartulary.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Snapshots save reading, and never change what is read. */
class SnapshotTest {
    @RegisterExtension
    static final TestDatabase database = TestDatabase.migrated();

    private final JdbcTemplate ledger = new JdbcTemplate(database.dataSource());
    private final Shelves shelves = new Shelves(database.dataSource());

    @AfterEach
    void close() {
        shelves.close();
    }

    @Test
    void anAggregateWithPrivateFieldsAndARecordStateSurvivesTheRoundTrip() {
        var tea = stock("TEA");
        filled(tea, 2);
        shelves.command(() -> shelves.load(tea).execute(shelf -> shelf.hold(new ReservationId(Uuid7.random()), 1)));
        var before = shelves.state(tea);
        snapshot(tea);
        var restored = (Shelf)
                shelves.engine.readSnapshot(tea.toString()).orElseThrow().getPayload();
        assertThat(restored.id()).isEqualTo(tea);
        assertThat(restored.state()).isEqualTo(before);
        assertThat(before.holds()).hasSize(1);
        assertThat(stateJson(tea))
                .startsWith("{\"id\":{\"location\":\"LISBON\",\"sku\":\"TEA\"},\"state\":{\"holds\":{\"");
        shelves.receive(tea, 5);
        assertThat(shelves.state(tea).sellable()).isEqualTo(Quantity.of(7));
    }

    private static final String FETCHED = """
            select sum(pg_stat_get_xact_tuples_fetched(indexrelid))
            from pg_partition_tree('ledger.event') join pg_index on indrelid = relid
            """;

    @Test
    void loadingALongStreamReadsItsTailOnly() throws Exception {
        var pen = stock("PEN");
        filled(pen, 10_000);
        snapshot(pen);
        filledFurther(pen, 7);
        try (var connection = database.owner().getConnection()) {
            connection.setAutoCommit(false);
            var reads = new SingleConnectionDataSource(connection, true);
            try (var counted = new Shelves(database.dataSource(), reads)) {
                assertThat(counted.state(pen).sellable()).isEqualTo(Quantity.of(10_007));
            }
            assertThat(new JdbcTemplate(reads).queryForObject(FETCHED, Long.class))
                    .isEqualTo(7);
        }
    }

    @Test
    void aSnapshotOfAnotherRevisionIsIgnored() throws SQLException {
        var cup = stock("CUP");
        filled(cup, 3);
        snapshot(cup);
        change("update ledger.snapshot set revision = 2 where stream = ?", cup);
        assertThat(shelves.engine.readSnapshot(cup.toString())).isEmpty();
        assertThat(shelves.state(cup).sellable()).isEqualTo(Quantity.of(3));
    }

    @Test
    void aSnapshotOfAnotherShapeIsIgnored() {
        var mug = stock("MUG");
        filled(mug, 3);
        for (var state : List.of("{", "{}x", "{\"id\":null,\"state\":{\"sellable\":\"1\"}}", "{\"other\":1}")) {
            snapshot(mug);
            ledger.update(
                    "update ledger.snapshot set state = ? where stream = ?",
                    state.getBytes(StandardCharsets.UTF_8),
                    mug.toString());
            assertThat(shelves.engine.readSnapshot(mug.toString())).isEmpty();
        }
        assertThat(shelves.state(mug).sellable()).isEqualTo(Quantity.of(3));
    }

    @Test
    void aSnapshotOfAnAggregateThatIsNoLongerSnapshottedIsIgnored() {
        var jug = stock("JUG");
        filled(jug, 3);
        snapshot(jug);
        change("update ledger.snapshot set type = 'Rack' where stream = ?", jug);
        assertThat(shelves.state(jug).sellable()).isEqualTo(Quantity.of(3));
    }

    @Test
    void snapshotsOnlyMoveForward() {
        var pot = stock("POT");
        filled(pot, 5);
        store(pot, 3);
        store(pot, 1);
        assertThat(sequence(pot)).isEqualTo(3);
        store(pot, 4);
        assertThat(sequence(pot)).isEqualTo(4);
    }

    @Test
    void whatIsNotStoredIsNotSnapshotted() {
        var ink = stock("INK");
        filled(ink, 2);
        store(ink, 2);
        assertThat(shelves.engine.readSnapshot(ink.toString())).isEmpty();
    }

    @Test
    void anAggregateWithoutARevisionCannotBeSnapshotted() {
        assertThatThrownBy(() -> new SnapshotJson(List.of(String.class))).isInstanceOf(IllegalArgumentException.class);
    }

    private void filled(StockId stock, int events) {
        shelves.receiveFirst(stock, 1);
        filledFurther(stock, events - 1);
    }

    private void filledFurther(StockId stock, int events) {
        shelves.command(() ->
                shelves.load(stock).execute(shelf -> IntStream.range(0, events).forEach(i -> shelf.receive(stock, 1))));
    }

    /** As Axon does it when its trigger fires. */
    private void snapshot(StockId stock) {
        AggregateSnapshotter.builder()
                .eventStore(shelves.store)
                .aggregateFactories(new GenericAggregateFactory<>(Shelf.class))
                .build()
                .scheduleSnapshot(Shelf.class, stock.toString());
    }

    private void store(StockId stock, long sequence) {
        shelves.engine.storeSnapshot(new GenericDomainEventMessage<>("Shelf", stock.toString(), sequence, new Shelf()));
    }

    private long sequence(StockId stock) {
        return shelves.engine.readSnapshot(stock.toString()).orElseThrow().getSequenceNumber();
    }

    private void change(String statement, StockId stock) {
        assertThat(ledger.update(statement, stock.toString())).isEqualTo(1);
    }

    private String stateJson(StockId stock) {
        var state = ledger.queryForObject(
                "select state from ledger.snapshot where stream = ?", byte[].class, stock.toString());
        return new String(state, StandardCharsets.UTF_8);
    }
}
