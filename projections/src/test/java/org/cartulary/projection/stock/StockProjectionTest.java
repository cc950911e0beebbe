package org.cartulary.projection.stock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cartulary.projection.kernel.TestEvents.*;

import java.util.List;
import org.cartulary.events.kernel.QuantityChange;
import org.cartulary.events.stock.Condition;
import org.cartulary.events.stock.StockEvent.*;
import org.cartulary.events.stock.StockId;
import org.cartulary.projection.kernel.Replay;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class StockProjectionTest {

    private static final String LEVEL = "select sellable, quarantine, damaged, reserved, position from stock.level";
    private static final String HOLDS = "select quantity, channel, expires_at from stock.hold";

    @RegisterExtension
    final Replay stock = new Replay(new StockProjection());

    @Test
    void receivedGoodsAreSellable() {
        stock.append(new GoodsReceived(TEAPOTS, units("10.5"), "PO-1", NOON));

        assertThat(stock.rows(LEVEL)).containsExactly("10.500 0.000 0.000 0.000 1");
    }

    @Test
    void aMovementSaysWhoChangedWhatAndWhatWasThereAfterwards() {
        stock.append(new GoodsReceived(TEAPOTS, units("10"), "PO-1", NOON));
        stock.append(new GoodsSold(TEAPOTS, sale(1), TILL, units("3"), List.of(), NOON));

        assertThat(stock.rows("""
                        select position, part, location, sku, kind, condition, change, sellable_after, reserved_after,
                               reference, command, actor, channel
                        from stock.movement order by position"""))
                .containsExactly(
                        "1 0 LISBON TEAPOT GoodsReceived SELLABLE 10.000 10.000 0.000 PO-1 command/shop/1 ann web",
                        "2 0 LISBON TEAPOT GoodsSold SELLABLE -3.000 7.000 0.000 " + sale(1)
                                + " command/shop/1 ann till");
    }

    @Test
    void anAdjustmentChangesTheConditionThatItNames() {
        stock.append(
                new GoodsReceived(TEAPOTS, units("10"), "PO-1", NOON),
                new StockAdjusted(
                        TEAPOTS, Condition.SELLABLE, QuantityChange.parse("-2"), units("10"), "broken", NOON));

        assertThat(stock.rows(LEVEL)).containsExactly("8.000 0.000 0.000 0.000 2");
        assertThat(stock.rows("select change, reason from stock.movement where position = 2"))
                .containsExactly("-2.000 broken");
    }

    @Test
    void aReclassificationIsTwoMovementsOfOneEvent() {
        stock.append(
                new GoodsReceived(TEAPOTS, units("10"), "PO-1", NOON),
                new StockReclassified(TEAPOTS, Condition.SELLABLE, Condition.DAMAGED, units("4"), "cracked", NOON));

        assertThat(stock.rows(LEVEL)).containsExactly("6.000 0.000 4.000 0.000 2");
        assertThat(stock.rows("""
                        select part, condition, change, sellable_after, damaged_after
                        from stock.movement where position = 2 order by part""")).containsExactly("0 SELLABLE -4.000 6.000 0.000", "1 DAMAGED 4.000 6.000 4.000");
    }

    @Test
    void aReturnComesBackInTheConditionOfTheInspection() {
        stock.append(new GoodsReturned(TEAPOTS, goodsBack(1), Condition.QUARANTINE, units("1"), NOON));

        assertThat(stock.rows(LEVEL)).containsExactly("0.000 1.000 0.000 0.000 1");
    }

    @Test
    void aTransferLeavesOneShelfAndReachesAnother() {
        var porto = new StockId(PORTO, TEAPOT);
        stock.append(
                new GoodsReceived(TEAPOTS, units("10"), "PO-1", NOON),
                new GoodsDispatched(TEAPOTS, transfer(1), units("4"), NOON));
        stock.append(
                new GoodsArrived(porto, transfer(1), Condition.DAMAGED, units("1"), NOON),
                new GoodsArrived(porto, transfer(1), Condition.SELLABLE, units("2"), NOON),
                new GoodsFound(porto, transfer(1), units("1"), NOON));

        assertThat(stock.rows("select location, sellable, damaged from stock.level order by 1"))
                .containsExactly("LISBON 6.000 0.000", "PORTO 3.000 1.000");
        assertThat(stock.rows("""
                        select kind, change, sellable_after, damaged_after from stock.movement
                        where reference = '%s' order by position""".formatted(transfer(1))))
                .containsExactly(
                        "GoodsDispatched -4.000 6.000 0.000",
                        "GoodsArrived 1.000 0.000 1.000",
                        "GoodsArrived 2.000 2.000 1.000",
                        "GoodsFound 1.000 3.000 1.000");
    }

    @Test
    void theLastWordOnSafetyStockCounts() {
        stock.append(new SafetyStockSet(TEAPOTS, WEB, units("3"), NOON));
        stock.append(
                new SafetyStockSet(TEAPOTS, WEB, units("5"), NOON),
                new SafetyStockSet(TEAPOTS, TILL, units("1"), NOON));

        assertThat(stock.rows("select channel, quantity, position from stock.safety order by 1"))
                .containsExactly("till 1.000 3", "web 5.000 2");
        assertThat(stock.rows(LEVEL)).isEmpty();
    }

    @Test
    void aHoldReservesUnitsUntilItExpires() {
        stock.append(
                new GoodsReceived(TEAPOTS, units("10"), "PO-1", NOON),
                new StockHeld(TEAPOTS, reservation(1), WEB, units("2"), NOON.plusSeconds(60), NOON));

        assertThat(stock.rows(LEVEL)).containsExactly("10.000 0.000 0.000 2.000 2");
        assertThat(stock.rows("select quantity, channel, expires_at = '2026-03-01T12:01:00Z' from stock.hold"))
                .containsExactly("2.000 web t");
    }

    @Test
    void aHoldLivesLongerAndThenForEver() {
        stock.append(new StockHeld(TEAPOTS, reservation(1), WEB, units("2"), NOON.plusSeconds(60), NOON));
        stock.append(new HoldExtended(TEAPOTS, reservation(1), NOON.plusSeconds(120), NOON));
        assertThat(stock.rows("select expires_at = '2026-03-01T12:02:00Z' from stock.hold"))
                .containsExactly("t");

        stock.append(new HoldCommitted(TEAPOTS, reservation(1), NOON));
        assertThat(stock.rows(HOLDS)).containsExactly("2.000 web null");
    }

    @Test
    void aReleasedOrExpiredHoldLeavesNothingReserved() {
        stock.append(
                new StockHeld(TEAPOTS, reservation(1), WEB, units("2"), NOON, NOON),
                new StockHeld(TEAPOTS, reservation(2), WEB, units("3"), NOON, NOON));
        stock.append(
                new HoldReleased(TEAPOTS, reservation(1), units("2"), NOON),
                new HoldExpired(TEAPOTS, reservation(2), units("3"), NOON));

        assertThat(stock.rows(LEVEL)).containsExactly("0.000 0.000 0.000 0.000 4");
        assertThat(stock.rows(HOLDS)).isEmpty();
    }

    @Test
    void aSaleOutOfAHoldTakesItsUnitsAndLeavesTheRestHeld() {
        stock.append(
                new GoodsReceived(TEAPOTS, units("10"), "PO-1", NOON),
                new StockHeld(TEAPOTS, reservation(1), WEB, units("3"), NOON, NOON));
        stock.append(new GoodsSold(
                TEAPOTS, sale(1), WEB, units("4"), List.of(new HeldUnits(reservation(1), units("2"))), NOON));

        assertThat(stock.rows(LEVEL)).containsExactly("6.000 0.000 0.000 1.000 3");
        assertThat(stock.rows(HOLDS)).hasSize(1).first().asString().startsWith("1.000 web");
        assertThat(stock.rows("select part, condition, change from stock.movement where position = 3 order by part"))
                .containsExactly("0 SELLABLE -4.000", "1 RESERVED -2.000");
    }

    @Test
    void theMovementsOfAShelfAddUpToItsLevel() {
        stock.append(
                new GoodsReceived(TEAPOTS, units("10"), "PO-1", NOON),
                new StockHeld(TEAPOTS, reservation(1), WEB, units("3"), NOON, NOON),
                new StockReclassified(TEAPOTS, Condition.SELLABLE, Condition.QUARANTINE, units("1"), "wet", NOON),
                new GoodsSold(
                        TEAPOTS, sale(1), WEB, units("3"), List.of(new HeldUnits(reservation(1), units("3"))), NOON));

        assertThat(stock.rows("select condition, sum(change) from stock.movement group by 1 order by 1"))
                .containsExactly("QUARANTINE 1.000", "RESERVED 0.000", "SELLABLE 6.000");
        assertThat(stock.rows(LEVEL)).containsExactly("6.000 1.000 0.000 0.000 4");
    }
}
