package org.cartulary.command.engine;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.modelling.command.Aggregate;
import org.cartulary.events.catalogue.EventCatalogue;
import org.cartulary.events.kernel.LocationId;
import org.cartulary.events.kernel.Sku;
import org.cartulary.events.stock.StockId;

/** Axon over the engine, wired by hand as the service does it. */
final class Shelves implements AutoCloseable {

    static final Map<String, String> SENDER =
            Map.of("command", "command/till/1", "actor", "ann", "channel", "web", "device", "till-7");

    final GroupCommit commits;
    final PostgresEventStorageEngine engine;
    final EmbeddedEventStore store;
    final EventSourcingRepository<Shelf> repository;

    Shelves(DataSource source) {
        this(source, source);
    }

    Shelves(DataSource writes, DataSource reads) {
        var clock = Clock.fixed(Rows.NOON.plusNanos(456_789), ZoneOffset.UTC);
        commits = new GroupCommit(writes, GroupLimits.DEFAULT, new SimpleMeterRegistry());
        engine = new PostgresEventStorageEngine(
                reads,
                commits,
                EventCatalogue.CURRENT,
                clock,
                new SnapshotStore(reads, new SnapshotJson(List.of(Shelf.class))));
        store = EmbeddedEventStore.builder().storageEngine(engine).build();
        repository =
                EventSourcingRepository.builder(Shelf.class).eventStore(store).build();
    }

    static StockId stock(String sku) {
        return new StockId(LocationId.of("LISBON"), Sku.of(sku));
    }

    /** One command: all that it applies is one posting, of which the positions are given back. */
    Appended command(Runnable work) {
        var unit = DefaultUnitOfWork.startAndGet(null);
        unit.registerCorrelationDataProvider(message -> SENDER);
        var result = unit.executeWithResult(() -> {
            work.run();
            return null;
        });
        if (result.isExceptional()) throw (RuntimeException) result.exceptionResult();
        return (Appended) unit.resources().get(PostgresEventStorageEngine.APPENDED);
    }

    Appended receiveFirst(StockId stock, long units) {
        return command(() -> receiveWithin(stock, units));
    }

    void receiveWithin(StockId stock, long units) {
        newShelf().execute(shelf -> shelf.receive(stock, units));
    }

    Appended receive(StockId stock, long units) {
        return command(() -> load(stock).execute(shelf -> shelf.receive(stock, units)));
    }

    Aggregate<Shelf> load(StockId stock) {
        return repository.load(stock.toString());
    }

    Shelf.ShelfState state(StockId stock) {
        var found = new AtomicReference<Shelf.ShelfState>();
        command(() -> load(stock).execute(shelf -> found.set(shelf.state())));
        return found.get();
    }

    private Aggregate<Shelf> newShelf() {
        try {
            return repository.newInstance(Shelf::new);
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }

    @Override
    public void close() {
        commits.close();
        store.shutDown();
    }
}
