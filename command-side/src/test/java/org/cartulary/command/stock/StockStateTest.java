package org.cartulary.command.stock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cartulary.command.Examples.*;
import static org.cartulary.command.Rejected.rejected;
import static org.cartulary.command.stock.StockRejection.*;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.cartulary.command.stock.StockCommand.AdjustStock;
import org.cartulary.command.stock.StockCommand.ReclassifyStock;
import org.cartulary.command.stock.StockCommand.SetSafetyStock;
import org.cartulary.command.stock.StockCommand.SetStockLevel;
import org.cartulary.command.stock.StockPart.CommitHold;
import org.cartulary.command.stock.StockPart.ExpireHolds;
import org.cartulary.command.stock.StockPart.ExtendHold;
import org.cartulary.command.stock.StockPart.Hold;
import org.cartulary.command.stock.StockPart.ReleaseHold;
import org.cartulary.command.stock.StockPart.TakeBack;
import org.cartulary.command.stock.StockPart.TakeForSale;
import org.cartulary.events.kernel.Quantity;
import org.cartulary.events.kernel.QuantityChange;
import org.cartulary.events.kernel.ReservationId;
import org.cartulary.events.kernel.ReturnId;
import org.cartulary.events.kernel.SaleId;
import org.cartulary.events.kernel.Uuid7;
import org.cartulary.events.stock.Condition;
import org.cartulary.events.stock.StockEvent;
import org.cartulary.events.stock.StockEvent.GoodsReturned;
import org.cartulary.events.stock.StockEvent.GoodsSold;
import org.cartulary.events.stock.StockEvent.HeldUnits;
import org.cartulary.events.stock.StockEvent.HoldExpired;
import org.cartulary.events.stock.StockEvent.StockAdjusted;
import org.cartulary.events.stock.StockId;
import org.junit.jupiter.api.Test;

/** Rule book, "Stock" and "Reservations": one shelf of teapots in Lisbon. */
class StockStateTest {

    private static final StockId SHELF = lisbon(TEAPOT);
    private static final SaleId SALE = new SaleId(Uuid7.random());
    private static final ReservationId ANNS = reservation();
    private static final ReservationId BENS = reservation();
    private static final Instant LATER = NOON.plus(Duration.ofMinutes(15));

    private StockState shelf = StockState.EMPTY;

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
    void aHoldKeepsItsUnitsFromEverybodyElse() {
        has(3);
        does(hold(ANNS, 2, LATER));
        rejected(NOT_ENOUGH_STOCK, () -> decide(take(2, true)));
        does(take(1, true));
        rejected(NOT_ENOUGH_STOCK, () -> decide(hold(BENS, 1, LATER)));
    }

    /** medusajs/medusa#16569: the rule lives in the aggregate. */
    @Test
    void holdsNeverPromiseMoreThanThereIs() {
        has(2);
        does(hold(ANNS, 1, LATER));
        does(hold(BENS, 1, LATER));
        assertThat(shelf.holds().total()).isEqualTo(units(2));
        rejected(NOT_ENOUGH_STOCK, () -> decide(hold(reservation(), 1, LATER)));
    }

    @Test
    void aSaleConsumesItsOwnHold() {
        has(2);
        does(hold(ANNS, 2, LATER));
        var sold =
                (GoodsSold) does(take(2, false, new HeldUnits(ANNS, units(2)))).getLast();
        assertThat(sold.fromHolds()).containsExactly(new HeldUnits(ANNS, units(2)));
        assertThat(shelf.holds().total()).isEqualTo(units(0));
    }

    @Test
    void aSaleThatTakesPartOfItsHoldLeavesTheRestHeld() {
        has(5);
        does(hold(ANNS, 3, LATER));
        does(take(1, false, new HeldUnits(ANNS, units(1))));
        assertThat(shelf.holds().get(ANNS).quantity()).isEqualTo(units(2));
        assertThat(shelf.holds().get(ANNS).expiresAt()).isEqualTo(LATER);
    }

    @Test
    void aSaleMayTakeItsHoldAndFreeUnitsTogether() {
        has(5);
        does(hold(ANNS, 3, LATER));
        does(take(5, true, new HeldUnits(ANNS, units(3))));
        assertThat(shelf.sellable()).isEqualTo(units(0));
    }

    @Test
    void anExpiredHoldCountsAsFreeAndItsEndIsWrittenInTheSameDecision() {
        has(1);
        does(hold(ANNS, 1, LATER));
        rejected(NOT_ENOUGH_STOCK, () -> decide(take(1, true)));
        var events = does(new TakeForSale(SHELF, SALE, TILL, units(1), List.of(), true, LATER));
        assertThat(events).first().isEqualTo(new HoldExpired(SHELF, ANNS, units(1), LATER));
        assertThat(events).last().isInstanceOf(GoodsSold.class);
    }

    @Test
    void theLedgersClockAloneTellsWhetherAHoldHasExpired() {
        has(1);
        does(hold(ANNS, 1, LATER));
        var byAFastClock = new TakeForSale(SHELF, SALE, TILL, units(1), List.of(), true, LATER.plusSeconds(60));
        rejected(NOT_ENOUGH_STOCK, () -> shelf.decide(byAFastClock, LATER.minusSeconds(1)));
        assertThat(shelf.obtainable(byAFastClock, LATER.minusSeconds(1)).free()).isEqualTo(units(0));
        var ofYesterday = take(1, true);
        assertThat(shelf.decide(ofYesterday, LATER))
                .containsExactly(
                        new HoldExpired(SHELF, ANNS, units(1), LATER),
                        new GoodsSold(SHELF, SALE, TILL, units(1), List.of(), NOON));
    }

    @Test
    void noHoldBeginsThatIsOverByTheLedgersClock() {
        has(1);
        rejected(HOLD_ENDS_BEFORE_IT_BEGINS, () -> shelf.decide(hold(ANNS, 1, LATER), LATER));
    }

    @Test
    void aSaleWhoseHoldHasExpiredTakesWhatIsFree() {
        has(2);
        does(hold(ANNS, 1, LATER));
        var own = new HeldUnits(ANNS, units(1));
        var sold = (GoodsSold) does(new TakeForSale(SHELF, SALE, WEB, units(1), List.of(own), false, LATER))
                .getLast();
        assertThat(sold.fromHolds()).isEmpty();
    }

    @Test
    void aHoldIsExtendedCommittedAndReleasedOnce() {
        has(1);
        does(hold(ANNS, 1, LATER));
        does(new ExtendHold(SHELF, ANNS, LATER.plusSeconds(60), NOON));
        does(new CommitHold(SHELF, ANNS, LATER));
        assertThat(shelf.holds().get(ANNS).expiresAt()).isNull();
        assertThat(does(new ReleaseHold(SHELF, ANNS, LATER.plusSeconds(9_999)))).hasSize(1);
        assertThat(does(new ReleaseHold(SHELF, ANNS, LATER.plusSeconds(9_999)))).isEmpty();
    }

    @Test
    void aHoldThatIsGoneCanNeitherBeExtendedNorCommitted() {
        has(1);
        does(hold(ANNS, 1, LATER));
        rejected(HOLD_NOT_FOUND, () -> decide(new ExtendHold(SHELF, ANNS, LATER.plusSeconds(1), LATER)));
        rejected(HOLD_NOT_FOUND, () -> decide(new CommitHold(SHELF, ANNS, LATER)));
        rejected(HOLD_NOT_FOUND, () -> decide(new CommitHold(SHELF, BENS, NOON)));
    }

    @Test
    void aReservationHoldsOnceAndEndsAfterItBegins() {
        has(2);
        does(hold(ANNS, 1, LATER));
        rejected(HOLD_ALREADY_EXISTS, () -> decide(hold(ANNS, 1, LATER)));
        rejected(HOLD_ENDS_BEFORE_IT_BEGINS, () -> decide(hold(BENS, 1, NOON)));
    }

    @Test
    void theSweeperWritesWhatHasExpiredAndNothingElse() {
        has(3);
        does(hold(ANNS, 1, LATER));
        does(hold(BENS, 1, LATER.plusSeconds(1)));
        assertThat(does(new ExpireHolds(SHELF, NOON))).isEmpty();
        assertThat(does(new ExpireHolds(SHELF, LATER))).containsExactly(new HoldExpired(SHELF, ANNS, units(1), LATER));
        assertThat(does(new ExpireHolds(SHELF, LATER))).isEmpty();
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
    void theCounterMayNotTakeAnotherCustomersHold() {
        has(1);
        does(hold(ANNS, 1, LATER));
        rejected(NOT_ENOUGH_STOCK, () -> decide(take(1, true)));
        rejected(NOT_ENOUGH_STOCK, () -> decide(take(1, true, new HeldUnits(BENS, units(1)))));
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
    void aReturnInTwoConditionsFindsAnExpiredHoldOnce() {
        has(1);
        does(hold(ANNS, 1, LATER));
        var back = new TakeBack(
                SHELF,
                new ReturnId(Uuid7.random()),
                new TreeMap<>(Map.of(Condition.SELLABLE, units(1), Condition.DAMAGED, units(1))),
                LATER);
        assertThat(does(back)).filteredOn(HoldExpired.class::isInstance).hasSize(1);
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

    @Test
    void whatASaleCouldHaveCountsItsOwnHoldAndWhatIsFree() {
        has(5);
        does(hold(ANNS, 2, LATER));
        does(hold(BENS, 2, LATER));
        var wanted = take(9, true, new HeldUnits(ANNS, units(9)));
        assertThat(shelf.obtainable(wanted, NOON))
                .isEqualTo(new Obtainable(units(1), List.of(new HeldUnits(ANNS, units(2)))));
    }

    private void has(long units) {
        shelf = shelf.evolve(decide(receive(SHELF, units(units))).getFirst());
    }

    /** By a channel whose clock agrees with the ledger's. */
    private List<StockEvent> decide(StockPart part) {
        return shelf.decide(part, part.occurredAt());
    }

    private List<StockEvent> decide(StockCommand command) {
        return shelf.decide(command, command.occurredAt());
    }

    private List<StockEvent> does(StockPart part) {
        return evolved(decide(part));
    }

    private List<StockEvent> does(StockCommand command) {
        return evolved(decide(command));
    }

    private List<StockEvent> evolved(List<StockEvent> events) {
        for (var event : events) shelf = shelf.evolve(event);
        return events;
    }

    private static TakeForSale take(long units, boolean counter, HeldUnits... own) {
        return new TakeForSale(SHELF, SALE, TILL, units(units), List.of(own), counter, NOON);
    }

    private static Hold hold(ReservationId reservation, long units, Instant until) {
        return new Hold(SHELF, reservation, WEB, units(units), until, NOON);
    }

    private static AdjustStock adjust(Condition condition, String change) {
        return new AdjustStock(SHELF, condition, QuantityChange.parse(change), "found", NOON);
    }
}
