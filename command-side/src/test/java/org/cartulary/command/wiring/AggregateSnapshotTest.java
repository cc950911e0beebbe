package org.cartulary.command.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.time.Clock;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.AggregateSnapshotter;
import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.eventsourcing.GenericAggregateFactory;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.cartulary.command.engine.GroupCommit;
import org.cartulary.command.engine.GroupLimits;
import org.cartulary.command.engine.LedgerEventStore;
import org.cartulary.command.engine.PostgresEventStorageEngine;
import org.cartulary.command.loyalty.LoyaltyAggregate;
import org.cartulary.command.loyalty.ProgrammeAggregate;
import org.cartulary.command.reservation.ReservationAggregate;
import org.cartulary.command.returns.AllowanceAggregate;
import org.cartulary.command.sale.SaleAggregate;
import org.cartulary.command.stock.StockAggregate;
import org.cartulary.command.storedvalue.StoredValueAggregate;
import org.cartulary.command.transfer.TransferAggregate;
import org.cartulary.events.LedgerEvent;
import org.cartulary.events.catalogue.EventCatalogue;
import org.cartulary.events.json.EventJson;
import org.cartulary.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** An aggregate out of its snapshot is the one out of its events. The events are those of the approved samples. */
class AggregateSnapshotTest {
    @RegisterExtension
    static final TestDatabase database = TestDatabase.migrated();

    private final GroupCommit commits =
            new GroupCommit(database.dataSource(), GroupLimits.DEFAULT, new SimpleMeterRegistry());
    private final PostgresEventStorageEngine engine = new PostgresEventStorageEngine(
            database.dataSource(), commits, EventCatalogue.CURRENT, Clock.systemUTC(), Aggregates.SHELLS);
    private final LedgerEventStore store = LedgerEventStore.over(engine);

    @AfterEach
    void close() {
        commits.close();
    }

    static Stream<Arguments> histories() {
        return Stream.of(
                history(
                        StockAggregate.class,
                        "stock.GoodsReceived",
                        "stock.SafetyStockSet",
                        "stock.StockHeld",
                        "stock.HoldExtended"),
                history(ReservationAggregate.class, "reservation.ReservationPlaced", "reservation.ReservationExtended"),
                history(SaleAggregate.class, "sale.SaleRecorded", "sale.SaleReturned"),
                history(AllowanceAggregate.class, "returns.AllowanceUsed", "returns.AllowanceUsed"),
                history(
                        TransferAggregate.class,
                        "transfer.TransferRequested",
                        "transfer.TransferApproved",
                        "transfer.TransferDispatched",
                        "transfer.TransferReceived",
                        "transfer.UnitsReturned"),
                history(ProgrammeAggregate.class, "loyalty.ProgrammeTermsSet", "loyalty.ProgrammeTermsSet"),
                history(
                        LoyaltyAggregate.class,
                        "loyalty.CustomerEnrolled",
                        "loyalty.PointsEarned",
                        "loyalty.PointsGranted",
                        "loyalty.PointsExpired",
                        "loyalty.TierReached"),
                history(StoredValueAggregate.class, "storedvalue.AccountOpened", "storedvalue.ValueLoaded.returned"));
    }

    private static Arguments history(Class<?> shell, String... names) {
        return Arguments.of(
                shell, Stream.of(names).map(AggregateSnapshotTest::sample).toList());
    }

    /** A variant of a sample stands behind its name. */
    private static String file(String name) {
        return name.replaceFirst("^(\\w+\\.\\w+)", "$1@1") + ".json";
    }

    private static LedgerEvent sample(String name) {
        try (var sample = AggregateSnapshotTest.class.getResourceAsStream("/approved/" + file(name))) {
            return new EventJson(EventCatalogue.CURRENT)
                    .read(sample.readAllBytes())
                    .data();
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
    }

    @ParameterizedTest
    @MethodSource("histories")
    void aSnapshotTellsWhatTheEventsTell(Class<?> shell, Iterable<LedgerEvent> history) {
        var stream = history.iterator().next().stream();
        long sequence = 0;
        for (var event : history)
            store.publish(new GenericDomainEventMessage<>(shell.getSimpleName(), stream, sequence++, event));
        var fromEvents = loaded(shell, stream);
        snapshot(shell, stream);
        assertThat(engine.readSnapshot(stream)).isPresent();
        assertThat(loaded(shell, stream)).usingRecursiveComparison().isEqualTo(fromEvents);
        assertThat(fromEvents).hasNoNullFieldsOrProperties();
    }

    private <A> A loaded(Class<A> shell, String stream) {
        var repository =
                EventSourcingRepository.builder(shell).eventStore(store).build();
        var unit = DefaultUnitOfWork.startAndGet(null);
        try {
            return repository.load(stream).invoke(aggregate -> aggregate);
        } finally {
            unit.rollback();
        }
    }

    private void snapshot(Class<?> shell, String stream) {
        AggregateSnapshotter.builder()
                .eventStore(store)
                .aggregateFactories(new GenericAggregateFactory<>(shell))
                .build()
                .scheduleSnapshot(shell, stream);
    }

    @Test
    void everyShellIsTriedHere() {
        Set<Object> tried = histories().map(history -> history.get()[0]).collect(Collectors.toSet());
        assertThat(tried).containsExactlyInAnyOrderElementsOf(Aggregates.SHELLS);
    }
}
