package org.cartulary.command.stock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cartulary.command.Examples.*;
import static org.cartulary.command.Rejected.rejected;
import static org.cartulary.command.stock.StockRejection.*;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.cartulary.command.stock.StockCommand.AdjustStock;
import org.cartulary.command.stock.StockCommand.ReclassifyStock;
import org.cartulary.command.stock.StockCommand.SetSafetyStock;
import org.cartulary.command.stock.StockCommand.SetStockLevel;
import org.cartulary.command.stock.StockPart.TakeBack;
import org.cartulary.command.stock.StockPart.TakeForSale;
import org.cartulary.events.kernel.Quantity;
import org.cartulary.events.kernel.QuantityChange;
import org.cartulary.events.kernel.ReturnId;
import org.cartulary.events.kernel.Uuid7;
import org.cartulary.events.stock.Condition;
import org.cartulary.events.stock.StockEvent.GoodsReturned;
import org.cartulary.events.stock.StockEvent.StockAdjusted;
import org.junit.jupiter.api.Test;

/** Rule book, "Stock": what one shelf takes in and lets go. */
class StockStateTest extends OneShelf {
    @Test
    void goodsThatArriveMayBeSold() {
        has(5);
        does(take(5, true));
        assertThat(shelf.sellable()).isEqualTo(units(0));
    }

    @Test
    void whatIsNotThereIsNotSold() {
        has(2);
        rejected(NOT_ENOUGH_STOCK, () -> decide(take(3, true)));
        rejected(NOT_ENOUGH_STOCK, () -> StockState.EMPTY.decide(take(1, true), NOON));
    }

    @Test
    void safetyStockIsKeptFromItsChannelButNotFromTheCounter() {
        has(3);
        shelf = shelf.evolve(
                decide(new SetSafetyStock(SHELF, WEB, units(2), NOON)).getFirst());
        assertThat(shelf.free(WEB, false)).isEqualTo(units(1));
        assertThat(shelf.free(TILL, false)).isEqualTo(units(3));
        rejected(NOT_ENOUGH_STOCK, () -> decide(hold(ANNS, 2, LATER)));
        rejected(NOT_ENOUGH_STOCK, () -> decide(new TakeForSale(SHELF, SALE, WEB, units(2), List.of(), false, NOON)));
        does(new TakeForSale(SHELF, SALE, WEB, units(3), List.of(), true, NOON));
    }

    @Test
    void safetyStockAboveTheStockLeavesNothingFreeAndNothingNegative() {
        has(1);
        shelf = shelf.evolve(
                decide(new SetSafetyStock(SHELF, WEB, units(9), NOON)).getFirst());
        assertThat(shelf.free(WEB, false)).isEqualTo(units(0));
    }

    @Test
    void aSafetyStockThatSomebodyElseHasChangedIsNotOverwritten() {
        does(new SetSafetyStock(SHELF, WEB, units(0), units(2), NOON));
        rejected(SAFETY_STOCK_CHANGED, () -> decide(new SetSafetyStock(SHELF, WEB, units(0), units(3), NOON)));
        does(new SetSafetyStock(SHELF, WEB, units(2), units(3), NOON));
        does(new SetSafetyStock(SHELF, WEB, units(4), NOON));
    }

    @Test
    void aLevelIsSetOnlyIfItIsWhatTheCallerBelieves() {
        has(5);
        var counted = new SetStockLevel(SHELF, null, units(5), units(3), "count", NOON);
        assertThat(does(counted))
                .containsExactly(new StockAdjusted(
                        SHELF, Condition.SELLABLE, QuantityChange.parse("-2"), units(5), "count", NOON));
        rejected(STOCK_LEVEL_CHANGED, () -> decide(counted));
        assertThat(does(new SetStockLevel(SHELF, null, units(3), units(3), "count", NOON)))
                .isEmpty();
    }

    @Test
    void adjustmentsNeverGoBelowZeroNorBelowTheHolds() {
        has(3);
        does(hold(ANNS, 2, LATER));
        rejected(NOT_ENOUGH_STOCK, () -> decide(adjust(Condition.SELLABLE, "-2")));
        does(adjust(Condition.SELLABLE, "-1"));
        rejected(NOT_ENOUGH_STOCK, () -> decide(adjust(Condition.DAMAGED, "-1")));
        does(adjust(Condition.DAMAGED, "1"));
    }

    @Test
    void unitsChangeTheirConditionAndStayOnHand() {
        has(4);
        does(new ReclassifyStock(SHELF, Condition.SELLABLE, Condition.QUARANTINE, units(3), "smells", NOON));
        does(new ReclassifyStock(SHELF, Condition.QUARANTINE, Condition.DAMAGED, units(1), "broken", NOON));
        assertThat(List.of(shelf.sellable(), shelf.quarantine(), shelf.damaged()))
                .containsExactly(units(1), units(2), units(1));
        rejected(
                NOT_ENOUGH_STOCK,
                () -> decide(
                        new ReclassifyStock(SHELF, Condition.SELLABLE, Condition.DAMAGED, units(2), "broken", NOON)));
    }

    /** medusajs/medusa#12796: a compensation never fails on a stock rule. */
    @Test
    void aReturnComesBackToAnEmptyShelfInEachCondition() {
        var id = new ReturnId(Uuid7.random());
        var back = new TakeBack(
                SHELF, id, new TreeMap<>(Map.of(Condition.SELLABLE, units(1), Condition.DAMAGED, units(2))), NOON);
        assertThat(does(back))
                .containsExactly(
                        new GoodsReturned(SHELF, id, Condition.SELLABLE, units(1), NOON),
                        new GoodsReturned(SHELF, id, Condition.DAMAGED, units(2), NOON));
        assertThat(shelf.damaged()).isEqualTo(units(2));
    }

    @Test
    void aShelfHoldsNoMoreThanAQuantityCanSay() {
        has(Quantity.MAX / 1_000);
        rejected(STOCK_LEVEL_TOO_HIGH, () -> decide(receive(SHELF, units(1))));
    }

    @Test
    void weighedGoodsAddUpToTheGram() {
        shelf = shelf.evolve(decide(receive(SHELF, kilos("1"))).getFirst());
        for (int i = 0; i < 10; i++) does(new TakeForSale(SHELF, SALE, TILL, kilos("0.1"), List.of(), true, NOON));
        assertThat(shelf.sellable()).isEqualTo(Quantity.ZERO);
    }

    private static AdjustStock adjust(Condition condition, String change) {
        return new AdjustStock(SHELF, condition, QuantityChange.parse(change), "found", NOON);
    }
}
