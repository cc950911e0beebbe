package org.cartulary.command.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/**
 * Axon's event store over the engine. What a unit of work has staged for a stream is found by the stream's name: Axon's own
 * way compares all of the unit's events with each other at each load, which a batch of a thousand commands would feel.
 */
public final class LedgerEventStore extends EmbeddedEventStore {

    private static final String STAGED = LedgerEventStore.class.getName();

    private LedgerEventStore(Builder builder) {
        super(builder);
    }

    public static LedgerEventStore over(PostgresEventStorageEngine engine) {
        return new LedgerEventStore(EmbeddedEventStore.builder().storageEngine(engine));
    }

    @Override
    public void publish(List<? extends EventMessage<?>> events) {
        super.publish(events);
        CurrentUnitOfWork.ifStarted(unit -> stage(unit, events));
    }

    private static void stage(UnitOfWork<?> unit, List<? extends EventMessage<?>> events) {
        for (var message : events)
            if (message instanceof DomainEventMessage<?> event) {
                var staged = staged(unit).computeIfAbsent(event.getAggregateIdentifier(), none -> new ArrayList<>());
                staged.add(event);
                unit.onRollback(undone -> staged.remove(event));
            }
    }

    private static Map<String, List<DomainEventMessage<?>>> staged(UnitOfWork<?> unit) {
        return unit.root().getOrComputeResource(STAGED, none -> new HashMap<>());
    }

    /** The last sequence of a stream in the ledger, whatever this unit of work has staged for it. */
    public Optional<Long> lastStored(String stream) {
        return storageEngine().lastSequenceNumberFor(stream);
    }

    @Override
    protected Stream<? extends DomainEventMessage<?>> stagedDomainEventMessages(String stream) {
        if (!CurrentUnitOfWork.isStarted()) return Stream.empty();
        return staged(CurrentUnitOfWork.get()).getOrDefault(stream, List.of()).stream();
    }
}
