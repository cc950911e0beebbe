package org.cartulary.projection.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cartulary.projection.kernel.TestEvents.*;

import java.time.LocalDate;
import java.util.List;
import org.cartulary.events.kernel.Sku;
import org.cartulary.events.kernel.Sscc;
import org.cartulary.events.transfer.LossOwner;
import org.cartulary.events.transfer.TransferEvent.*;
import org.cartulary.events.transfer.TransferLine;
import org.cartulary.projection.kernel.RandomHistory;
import org.cartulary.projection.kernel.Replay;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rule book, "Transfers": in transit is what has left and is not explained. */
class TransferProjectionTest {

    private static final String STATUS = """
            select source, destination, status, carrier, sscc, expected_on, dispatched_at = '2026-03-01T13:00:00Z',
                   to_char(ended_at at time zone 'UTC', 'HH24:MI'), position
            from transfer.transfer""";
    private static final String LINES = """
            select number, sku, requested, dispatched, received, damaged, lost, returned, surplus, in_transit
            from transfer.line order by number""";
    private static final LocalDate DUE = LocalDate.parse("2026-03-03");
    private static final LocalDate LATER = LocalDate.parse("2026-03-04");
    private static final Sscc PALLET = new Sscc("356012345678901239");

    @RegisterExtension
    final Replay transfers = new Replay(new TransferProjection());

    @BeforeEach
    void portoAsksForTenTeapotsAndFourCups() {
        transfers.append(new TransferRequested(
                transfer(1), NORTHWARDS, List.of(line(1, TEAPOT, "10"), line(2, CUP, "4")), DUE, "sold out", NOON));
    }

    @Test
    void aRequestMovesNothingYet() {
        assertThat(transfers.rows(STATUS)).containsExactly("LISBON PORTO REQUESTED null null 2026-03-03 null null 1");
        assertThat(transfers.rows(LINES))
                .containsExactly(
                        "1 TEAPOT 10.000 0.000 0.000 0.000 0.000 0.000 0.000 0.000",
                        "2 CUP 4.000 0.000 0.000 0.000 0.000 0.000 0.000 0.000");
    }

    @Test
    void aCancelledTransferIsOver() {
        transfers.append(new TransferApproved(transfer(1), NORTHWARDS, List.of(), NOON));
        assertThat(transfers.rows("select status from transfer.transfer")).containsExactly("APPROVED");
        transfers.append(new TransferCancelled(transfer(1), NORTHWARDS, List.of(), "not needed", NOON));
        assertThat(transfers.rows(STATUS)).containsExactly("LISBON PORTO CANCELLED null null 2026-03-03 null 12:00 3");
    }

    @Test
    void whatWasDispatchedIsInTransitAndTheRestIsNot() {
        leave();
        assertThat(transfers.rows(STATUS))
                .containsExactly("LISBON PORTO DISPATCHED ctt 356012345678901239 2026-03-04 t null 2");
        assertThat(transfers.rows(LINES))
                .containsExactly(
                        "1 TEAPOT 10.000 8.000 0.000 0.000 0.000 0.000 0.000 8.000",
                        "2 CUP 4.000 0.000 0.000 0.000 0.000 0.000 0.000 0.000");
    }

    @Test
    void receiptsLossesAndReturnsExplainWhatIsInTransit() {
        leave();
        transfers.append(new TransferReceived(
                transfer(1),
                NORTHWARDS,
                List.of(new ReceivedLine(1, TEAPOT, units("4"), units("1"), units("0"))),
                NOON));
        transfers.append(
                new UnitsReturned(transfer(1), NORTHWARDS, List.of(line(1, TEAPOT, "1")), null, NOON),
                new UnitsLost(
                        transfer(1), NORTHWARDS, List.of(line(1, TEAPOT, "1.5")), LossOwner.CARRIER, "no seal", NOON));
        assertThat(transfers.rows(LINES).getFirst())
                .isEqualTo("1 TEAPOT 10.000 8.000 4.000 1.000 1.500 1.000 0.000 0.500");
        assertThat(transfers.rows("select position, number, sku, quantity, owner, reason from transfer.loss"))
                .containsExactly("5 1 TEAPOT 1.500 CARRIER no seal");
        assertThat(transfers.rows("select status, position from transfer.transfer"))
                .containsExactly("DISPATCHED 5");
    }

    @Test
    void aClosedTransferStillTakesASurplusThatTurnsUp() {
        leave();
        transfers.append(
                new UnitsLost(transfer(1), NORTHWARDS, List.of(line(1, TEAPOT, "8")), LossOwner.SOURCE, null, NOON),
                new TransferClosed(transfer(1), NORTHWARDS, List.of(), NOON.plusSeconds(7_200)));
        transfers.append(new TransferReceived(
                transfer(1),
                NORTHWARDS,
                List.of(new ReceivedLine(1, TEAPOT, units("0"), units("0"), units("2"))),
                NOON.plusSeconds(9_000)));
        assertThat(transfers.rows(
                        "select status, to_char(ended_at at time zone 'UTC', 'HH24:MI') from transfer.transfer"))
                .containsExactly("CLOSED 14:00");
        assertThat(transfers.rows(LINES).getFirst())
                .isEqualTo("1 TEAPOT 10.000 8.000 0.000 0.000 8.000 0.000 2.000 0.000");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void whateverHappensInTransitIsDispatchedLessExplainedAndLossesAddUp(long seed) {
        try (var all = new Replay(new TransferProjection())) {
            all.record(new RandomHistory(seed, 1_200).events());
            all.follow(50);
            assertThat(all.rows("select count(*) > 20, sum(in_transit) > 0, sum(surplus) > 0 from transfer.line"))
                    .containsExactly("t t t");
            assertThat(all.rows("""
                            select * from transfer.line l
                            where in_transit <> dispatched - received - damaged - lost - returned or in_transit < 0
                               or lost <> (select coalesce(sum(quantity), 0) from transfer.loss s
                                           where (s.transfer, s.number) = (l.transfer, l.number))
                               or in_transit > 0 and (select status from transfer.transfer t
                                                      where t.transfer = l.transfer) <> 'DISPATCHED'""")).as("seed %d", seed).isEmpty();
        }
    }

    private void leave() {
        transfers.append(new TransferDispatched(
                transfer(1),
                NORTHWARDS,
                List.of(
                        new DispatchedLine(1, TEAPOT, units("8"), units("2")),
                        new DispatchedLine(2, CUP, units("0"), units("4"))),
                "ctt",
                PALLET,
                LATER,
                NOON.plusSeconds(3_600)));
    }

    private static TransferLine line(int number, Sku sku, String units) {
        return new TransferLine(number, sku, units(units));
    }
}
