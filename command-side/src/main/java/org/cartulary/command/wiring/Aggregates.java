package org.cartulary.command.wiring;

import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.axonframework.common.lock.PessimisticLockFactory;
import org.axonframework.eventsourcing.AggregateSnapshotter;
import org.axonframework.eventsourcing.EventCountSnapshotTriggerDefinition;
import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.eventsourcing.GenericAggregateFactory;
import org.axonframework.eventsourcing.Snapshotter;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.cartulary.command.kernel.Participants;
import org.cartulary.command.loyalty.LoyaltyAggregate;
import org.cartulary.command.loyalty.ProgrammeAggregate;
import org.cartulary.command.reservation.ReservationAggregate;
import org.cartulary.command.returns.AllowanceAggregate;
import org.cartulary.command.sale.SaleAggregate;
import org.cartulary.command.stock.StockAggregate;
import org.cartulary.command.storedvalue.StoredValueAggregate;
import org.cartulary.command.transfer.TransferAggregate;
import org.cartulary.events.kernel.CustomerId;
import org.cartulary.events.kernel.ProgrammeId;
import org.cartulary.events.kernel.ReservationId;
import org.cartulary.events.kernel.SaleId;
import org.cartulary.events.kernel.StoredValueId;
import org.cartulary.events.kernel.TransferId;
import org.cartulary.events.loyalty.LoyaltyId;
import org.cartulary.events.loyalty.ProgrammeEvent;
import org.cartulary.events.reservation.ReservationEvent;
import org.cartulary.events.returns.ReturnEvent;
import org.cartulary.events.sale.SaleEvent;
import org.cartulary.events.stock.StockId;
import org.cartulary.events.storedvalue.StoredValueEvent;
import org.cartulary.events.transfer.TransferEvent;

/** The repositories of all aggregates: one lock at a time per aggregate, a shared bounded memory, snapshots off the path. */
final class Aggregates {

    /** The shells that are snapshotted. */
    static final List<Class<?>> SHELLS = List.of(
            StockAggregate.class,
            ReservationAggregate.class,
            SaleAggregate.class,
            AllowanceAggregate.class,
            TransferAggregate.class,
            ProgrammeAggregate.class,
            LoyaltyAggregate.class,
            StoredValueAggregate.class);

    /** Events after which an aggregate is snapshotted again. */
    private static final int SNAPSHOT_EVERY = 200;

    private final EventStore store;
    private final AggregateCache memory;
    private final Snapshotter snapshotter;
    private final PessimisticLockFactory locks = PessimisticLockFactory.builder()
            .lockAttemptTimeout(50)
            .acquireAttempts(600)
            .build();

    Aggregates(EventStore store, AggregateCache memory, Executor snapshots) {
        this.store = store;
        this.memory = memory;
        this.snapshotter = AggregateSnapshotter.builder()
                .eventStore(store)
                .executor(snapshots)
                .aggregateFactories(SHELLS.stream()
                        .<org.axonframework.eventsourcing.AggregateFactory<?>>map(GenericAggregateFactory::new)
                        .toList())
                .build();
    }

    Participants<StockId, StockAggregate> shelves() {
        return participants(StockAggregate.class, StockAggregate::new, StockId::toString);
    }

    Participants<ReservationId, ReservationAggregate> reservations() {
        return participants(ReservationAggregate.class, ReservationAggregate::new, ReservationEvent::streamOf);
    }

    Participants<SaleId, SaleAggregate> sales() {
        return participants(SaleAggregate.class, SaleAggregate::new, SaleEvent::streamOf);
    }

    Participants<CustomerId, AllowanceAggregate> allowances() {
        return participants(AllowanceAggregate.class, AllowanceAggregate::new, ReturnEvent::allowanceOf);
    }

    Participants<TransferId, TransferAggregate> transfers() {
        return participants(TransferAggregate.class, TransferAggregate::new, TransferEvent::streamOf);
    }

    Participants<ProgrammeId, ProgrammeAggregate> programmes() {
        return participants(ProgrammeAggregate.class, ProgrammeAggregate::new, ProgrammeEvent::streamOf);
    }

    Participants<LoyaltyId, LoyaltyAggregate> points() {
        return participants(LoyaltyAggregate.class, LoyaltyAggregate::new, LoyaltyId::toString);
    }

    Participants<StoredValueId, StoredValueAggregate> storedValue() {
        return participants(StoredValueAggregate.class, StoredValueAggregate::new, StoredValueEvent::streamOf);
    }

    private <I, A> Participants<I, A> participants(Class<A> type, Function<I, A> empty, Function<I, String> stream) {
        var repository = EventSourcingRepository.builder(type)
                .eventStore(store)
                .cache(memory)
                .lockFactory(locks)
                .snapshotTriggerDefinition(new EventCountSnapshotTriggerDefinition(snapshotter, SNAPSHOT_EVERY))
                .build();
        return new Participants<>(repository, empty, stream);
    }
}
