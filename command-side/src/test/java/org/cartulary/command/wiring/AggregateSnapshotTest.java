package org.cartulary.command.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.cartulary.command.access.ApprovalState;
import org.cartulary.command.access.ClientState;
import org.cartulary.command.access.KeyState;
import org.cartulary.command.engine.GroupCommit;
import org.cartulary.command.engine.GroupLimits;
import org.cartulary.command.engine.Memory;
import org.cartulary.command.engine.PostgresEventStorageEngine;
import org.cartulary.command.engine.Remembered;
import org.cartulary.command.engine.SnapshotJson;
import org.cartulary.command.engine.SnapshotStore;
import org.cartulary.command.kernel.Kind;
import org.cartulary.command.kernel.States;
import org.cartulary.command.loyalty.LoyaltyState;
import org.cartulary.command.loyalty.ProgrammeState;
import org.cartulary.command.reservation.ReservationState;
import org.cartulary.command.returns.AllowanceState;
import org.cartulary.command.sale.SaleState;
import org.cartulary.command.stock.StockState;
import org.cartulary.command.storedvalue.StoredValueState;
import org.cartulary.command.transfer.TransferState;
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
    private final SnapshotStore snapshots =
            new SnapshotStore(database.dataSource(), new SnapshotJson(Aggregates.STATES));
    private final PostgresEventStorageEngine engine = new PostgresEventStorageEngine(
            database.dataSource(), commits, EventCatalogue.CURRENT, Clock.systemUTC(), snapshots);

    @AfterEach
    void close() {
        commits.close();
    }

    static Stream<Arguments> histories() {
        return Stream.of(
                history(
                        StockState.class,
                        "stock.GoodsReceived",
                        "stock.SafetyStockSet",
                        "stock.StockHeld",
                        "stock.HoldExtended"),
                history(ReservationState.class, "reservation.ReservationPlaced", "reservation.ReservationExtended"),
                history(SaleState.class, "sale.SaleRecorded", "sale.SaleReturned"),
                history(AllowanceState.class, "returns.AllowanceUsed", "returns.AllowanceUsed"),
                history(
                        TransferState.class,
                        "transfer.TransferRequested",
                        "transfer.TransferApproved",
                        "transfer.TransferDispatched",
                        "transfer.TransferReceived",
                        "transfer.UnitsReturned"),
                history(ProgrammeState.class, "loyalty.ProgrammeTermsSet", "loyalty.ProgrammeTermsSet"),
                history(
                        LoyaltyState.class,
                        "loyalty.CustomerEnrolled",
                        "loyalty.PointsEarned",
                        "loyalty.PointsGranted",
                        "loyalty.PointsExpired",
                        "loyalty.TierReached"),
                history(StoredValueState.class, "storedvalue.AccountOpened", "storedvalue.ValueLoaded.returned"),
                history(ClientState.class, "access.GrantGiven"),
                history(KeyState.class, "access.KeyIssued", "access.KeyRevoked"),
                history(ApprovalState.class, "access.CommandApproved", "access.ApprovalUsed"));
    }

    private static Arguments history(Class<?> type, String... names) {
        return Arguments.of(
                type, Stream.of(names).map(AggregateSnapshotTest::sample).toList());
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
    void aSnapshotTellsWhatTheEventsTell(Class<?> type, List<LedgerEvent> history) {
        var stream = history.getFirst().stream();
        engine.appendEvents(IntStream.range(0, history.size())
                .mapToObj(i -> new GenericDomainEventMessage<>(type.getSimpleName(), stream, i, history.get(i)))
                .toList());
        var fromEvents = recalled(type, stream);
        snapshots.store(stream, fromEvents.sequence(), fromEvents.state());
        assertThat(engine.readSnapshot(stream)).isPresent();
        assertThat(recalled(type, stream).state()).usingRecursiveComparison().isEqualTo(fromEvents.state());
        assertThat(fromEvents.sequence()).isEqualTo(history.size() - 1);
        assertThat(fromEvents.state()).isNotEqualTo(kind(type).none());
    }

    /** By somebody who remembers nothing. */
    private Remembered recalled(Class<?> type, String stream) {
        return new States(new Memory(0, new SimpleMeterRegistry(), (stale, state) -> {}), engine, (slow, state) -> {})
                .recall(stream, kind(type));
    }

    private static Kind<?, ?, ?> kind(Class<?> type) {
        return Aggregates.KINDS.stream()
                .filter(known -> known.type() == type)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void everyStateIsTriedHere() {
        Set<Object> tried = histories().map(history -> history.get()[0]).collect(Collectors.toSet());
        assertThat(tried).containsExactlyInAnyOrderElementsOf(Aggregates.STATES);
    }
}
