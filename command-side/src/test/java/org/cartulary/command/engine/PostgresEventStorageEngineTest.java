package org.cartulary.command.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.cartulary.command.engine.Shelves.stock;

import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.cartulary.events.catalogue.EventCatalogue;
import org.cartulary.events.json.EventJson;
import org.cartulary.events.kernel.Quantity;
import org.cartulary.events.stock.StockEvent.GoodsReceived;
import org.cartulary.events.stock.StockId;
import org.cartulary.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.core.JdbcTemplate;

/** Axon's event store, repository and units of work over the engine. */
class PostgresEventStorageEngineTest {
    @RegisterExtension
    static final TestDatabase database = TestDatabase.migrated();

    private final Shelves shelves = new Shelves(database.dataSource());

    @AfterEach
    void close() {
        shelves.close();
    }

    @Test
    void anAggregateIsLoadedFromWhatItApplied() {
        var tea = stock("TEA");
        shelves.receiveFirst(tea, 3);
        shelves.receive(tea, 4);
        assertThat(shelves.state(tea).sellable()).isEqualTo(Quantity.of(7));
        assertThatThrownBy(() -> shelves.receive(stock("NONE"), 1)).isInstanceOf(AggregateNotFoundException.class);
    }

    @Test
    void aUnitOfWorkOverSeveralAggregatesIsOnePostingAndKnowsItsPositions() {
        shelves.receiveFirst(stock("CUP"), 1);
        shelves.receiveFirst(stock("POT"), 1);
        var appended = shelves.command(() -> {
            shelves.load(stock("CUP")).execute(shelf -> shelf.receive(stock("CUP"), 2));
            shelves.load(stock("POT")).execute(shelf -> shelf.receive(stock("POT"), 2));
        });
        assertThat(appended.lastPosition()).isEqualTo(appended.firstPosition() + 1);
        assertThat(Rows.positions(database, stock("POT").toString())).contains(appended.lastPosition());
    }

    @Test
    void twoUnitsOfWorkOnOneStateCannotBothBeStored() throws Exception {
        var jug = stock("JUG");
        shelves.receiveFirst(jug, 1);
        // Another node: it shares the database, but no lock.
        try (var other = new Shelves(database.dataSource())) {
            assertThatThrownBy(() -> shelves.command(() -> shelves.load(jug).execute(shelf -> {
                        onAnotherThread(() -> other.receive(jug, 5));
                        shelf.receive(jug, 6);
                    })))
                    .isInstanceOf(ConcurrencyException.class)
                    .isInstanceOfSatisfying(
                            AppendConflict.class,
                            conflict -> assertThat(conflict.stream()).isEqualTo(jug.toString()));
        }
        assertThat(shelves.state(jug).sellable()).isEqualTo(Quantity.of(6));
    }

    private static <T> T onAnotherThread(Callable<T> work) {
        try (var thread = Executors.newSingleThreadExecutor()) {
            return thread.submit(work).get();
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }

    @Test
    void theEnvelopeSaysWhoCausedTheEventAndWhenItWasRecorded() {
        var mug = stock("MUG");
        var appended = shelves.receiveFirst(mug, 1);
        var stored = new EventJson(EventCatalogue.CURRENT)
                .read(new JdbcTemplate(database.dataSource())
                        .queryForObject(
                                "select event from ledger.event where position = ?",
                                byte[].class,
                                appended.firstPosition()));
        assertThat(stored.name()).isEqualTo("stock.GoodsReceived");
        assertThat(stored.stream()).isEqualTo("stock/LISBON/MUG");
        assertThat(stored.command()).isEqualTo("command/till/1");
        assertThat(stored.actor()).isEqualTo("ann");
        assertThat(stored.channel()).isEqualTo("web");
        assertThat(stored.device()).isEqualTo("till-7");
        assertThat(stored.id().version()).isEqualTo(7);
        assertThat(stored.recordedAt()).isEqualTo(Rows.NOON);
        assertThat(loaded(mug)).first().satisfies(message -> {
            assertThat(message.getIdentifier()).isEqualTo(stored.id().toString());
            assertThat(message.getTimestamp()).isEqualTo(Rows.NOON);
            assertThat(message.getMetaData()).containsExactlyInAnyOrderEntriesOf(Shelves.SENDER);
            assertThat(message.getPayload()).isEqualTo(stored.data());
        });
    }

    @Test
    void aLongStreamIsReadPageByPage() {
        var pen = stock("PEN");
        shelves.receiveFirst(pen, 1);
        shelves.command(() -> shelves.load(pen)
                .execute(shelf -> IntStream.rangeClosed(1, 2 * EventReads.PAGE).forEach(i -> shelf.receive(pen, 1))));
        assertThat(loaded(pen))
                .extracting(DomainEventMessage::getSequenceNumber)
                .isSorted()
                .hasSize(2 * EventReads.PAGE + 1)
                .last()
                .isEqualTo(2L * EventReads.PAGE);
        assertThat(shelves.state(pen).sellable()).isEqualTo(Quantity.of(2 * EventReads.PAGE + 1));
        assertThat(shelves.store.lastSequenceNumberFor(pen.toString())).contains(2L * EventReads.PAGE);
        assertThat(shelves.store.lastSequenceNumberFor("stock/LISBON/NOTHING")).isEmpty();
    }

    private List<DomainEventMessage<?>> loaded(StockId stock) {
        return shelves.engine.readEvents(stock.toString()).asStream().collect(Collectors.toList());
    }

    @Test
    void tokensCountPositions() {
        var head = shelves.engine.createHeadToken();
        var appended = shelves.receiveFirst(stock("INK"), 1);
        shelves.receive(stock("INK"), 2);
        assertThat(head).isEqualTo(new GlobalSequenceTrackingToken(appended.firstPosition() - 1));
        assertThat(after(head)).containsExactly(appended.firstPosition(), appended.firstPosition() + 1);
        assertThat(after(null)).hasSameSizeAs(after(shelves.engine.createTailToken()));
        assertThat(after(shelves.engine.createHeadToken())).isEmpty();
        var atNoon = shelves.engine.createTokenAt(Rows.NOON);
        var later = shelves.engine.createTokenAt(Rows.NOON.plus(1, ChronoUnit.MILLIS));
        assertThat(atNoon).isEqualTo(new GlobalSequenceTrackingToken(0));
        assertThat(later).isEqualTo(shelves.engine.createHeadToken());
    }

    private List<Long> after(TrackingToken token) {
        return shelves.engine
                .readEvents(token, false)
                .map(TrackedEventMessage::trackingToken)
                .map(position -> position.position().orElseThrow())
                .toList();
    }

    @Test
    void axonsOwnStreamsFollowTheLedger() throws Exception {
        try (var stream = shelves.store.openStream(shelves.store.createHeadToken())) {
            var appended = shelves.receiveFirst(stock("MAP"), 1);
            assertThat(stream.nextAvailable().trackingToken())
                    .isEqualTo(new GlobalSequenceTrackingToken(appended.firstPosition()));
        }
    }

    @Test
    void whatIsNoFactOfItsStreamIsRefused() {
        var fact = new GoodsReceived(stock("KEY"), Quantity.of(1), null, Rows.NOON);
        assertThatThrownBy(() -> shelves.engine.appendEvents(
                        new GenericDomainEventMessage<>("Shelf", "stock/LISBON/LOCK", 0, fact)))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> shelves.engine.appendEvents(new GenericEventMessage<>(fact)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aUnitOfWorkCannotAppendTwice() {
        shelves.receiveFirst(stock("ONE"), 1);
        assertThatThrownBy(() -> shelves.command(() -> {
                    shelves.engine.appendEvents(fact(stock("ONE"), 1));
                    shelves.engine.appendEvents(fact(stock("ONE"), 2));
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(shelves.engine.lastSequenceNumberFor(stock("ONE").toString()))
                .contains(1L);
    }

    private static DomainEventMessage<?> fact(StockId stock, long sequence) {
        var fact = new GoodsReceived(stock, Quantity.of(1), null, Rows.NOON);
        return new GenericDomainEventMessage<>("Shelf", stock.toString(), sequence, fact);
    }
}
