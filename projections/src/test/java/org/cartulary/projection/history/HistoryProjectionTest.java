package org.cartulary.projection.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cartulary.projection.kernel.TestEvents.*;

import java.util.List;
import org.cartulary.events.kernel.ClientId;
import org.cartulary.events.ledger.CommandRecorded;
import org.cartulary.events.ledger.CommandRecorded.Outcome;
import org.cartulary.events.reservation.ReservationEvent.ReservationPlaced;
import org.cartulary.events.reservation.ReservationEvent.Units;
import org.cartulary.events.reservation.ReservationPolicy;
import org.cartulary.events.stock.StockEvent.GoodsReceived;
import org.cartulary.events.transfer.LossOwner;
import org.cartulary.events.transfer.TransferEvent.TransferApproved;
import org.cartulary.events.transfer.TransferEvent.UnitsLost;
import org.cartulary.events.transfer.TransferLine;
import org.cartulary.projection.kernel.Replay;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class HistoryProjectionTest {

    private static final String SKUS = "select sku, position from history.sku order by position, sku";

    @RegisterExtension
    final Replay history = new Replay(new HistoryProjection());

    @Test
    void anEventIsFoundByWhereWhoAndHow() {
        history.append(new GoodsReceived(TEAPOTS, units("10"), "PO-1", NOON));

        assertThat(history.rows("""
                        select position, stream, sequence, name, location, channel, actor, device, command,
                               occurred_at = '2026-03-01T12:00:00Z', recorded_at = '2026-03-01T12:00:00.123Z'
                        from history.event"""))
                .containsExactly(
                        "1 stock/LISBON/TEAPOT 0 stock.GoodsReceived LISBON web ann till-7 command/shop/1 t t");
        assertThat(history.rows(SKUS)).containsExactly("TEAPOT 1");
    }

    @Test
    void aSaleIsFoundByEachOfItsSkusAndByItsOwnChannel() {
        history.append(sold(1, line(1, TEAPOT, 1), line(2, CUP, 1), line(3, TEAPOT, 2)));

        assertThat(history.rows(SKUS)).containsExactly("CUP 1", "TEAPOT 1");
        assertThat(history.rows("select location, channel from history.event")).containsExactly("LISBON till");
    }

    @Test
    void aReservationIsFoundByItsSkus() {
        history.append(new ReservationPlaced(
                reservation(1),
                "cart-1",
                WEB,
                List.of(new Units(TEAPOTS, units("3"))),
                NOON,
                ReservationPolicy.DEFAULT,
                NOON));

        assertThat(history.rows(SKUS)).containsExactly("TEAPOT 1");
    }

    @Test
    void aTransferIsFoundByItsSkusAndByBothOfItsPlaces() {
        var lines = List.of(new TransferLine(1, TEAPOT, units("3")));
        history.append(
                new TransferApproved(transfer(1), NORTHWARDS, lines, NOON),
                new UnitsLost(transfer(1), NORTHWARDS, lines, LossOwner.CARRIER, null, NOON));

        assertThat(history.rows(SKUS)).containsExactly("TEAPOT 1", "TEAPOT 2");
        assertThat(history.rows("select location, position from history.place order by position, location"))
                .containsExactly("LISBON 1", "PORTO 1", "LISBON 2", "PORTO 2");
        assertThat(history.rows("select location from history.event order by position"))
                .containsExactly("LISBON", "PORTO");
    }

    @Test
    void aRefusedCommandIsFoundWithTheRuleThatRefusedIt() {
        history.append(new CommandRecorded(
                new ClientId("shop"),
                "key-1",
                "sale.RecordSale",
                "0".repeat(64),
                Outcome.REFUSED,
                0,
                "NOT_ENOUGH_STOCK",
                "stock.available",
                "2 wanted, 1 free",
                "walk-in",
                null,
                NOON));

        assertThat(history.rows("""
                        select position, command, client, key, name, outcome, code, rule_id, detail, reason, events,
                               actor, device, channel
                        from history.command"""))
                .containsExactly(
                        "1 command/shop/key-1 shop key-1 sale.RecordSale REFUSED NOT_ENOUGH_STOCK stock.available "
                                + "2 wanted, 1 free walk-in 0 ann till-7 web");
        assertThat(history.rows("select name from history.event")).containsExactly("ledger.CommandRecorded");
    }
}
