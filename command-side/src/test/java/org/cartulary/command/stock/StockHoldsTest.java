package org.cartulary.command.stock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cartulary.command.Examples.*;
import static org.cartulary.command.Rejected.rejected;
import static org.cartulary.command.stock.StockRejection.*;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.cartulary.command.stock.StockPart.CommitHold;
import org.cartulary.command.stock.StockPart.ExpireHolds;
import org.cartulary.command.stock.StockPart.ExtendHold;
import org.cartulary.command.stock.StockPart.ReleaseHold;
import org.cartulary.command.stock.StockPart.TakeBack;
import org.cartulary.command.stock.StockPart.TakeForSale;
import org.cartulary.events.kernel.ReturnId;
import org.cartulary.events.kernel.Uuid7;
import org.cartulary.events.stock.Condition;
import org.cartulary.events.stock.StockEvent.GoodsSold;
import org.cartulary.events.stock.StockEvent.HeldUnits;
import org.cartulary.events.stock.StockEvent.HoldExpired;
import org.junit.jupiter.api.Test;

/** Rule book, "Reservations": what is held for one is free for nobody else, until it ends. */
class StockHoldsTest extends OneShelf {
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
    void theCounterMayNotTakeAnotherCustomersHold() {
        has(1);
        does(hold(ANNS, 1, LATER));
        rejected(NOT_ENOUGH_STOCK, () -> decide(take(1, true)));
        rejected(NOT_ENOUGH_STOCK, () -> decide(take(1, true, new HeldUnits(BENS, units(1)))));
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
    void whatASaleCouldHaveCountsItsOwnHoldAndWhatIsFree() {
        has(5);
        does(hold(ANNS, 2, LATER));
        does(hold(BENS, 2, LATER));
        var wanted = take(9, true, new HeldUnits(ANNS, units(9)));
        assertThat(shelf.obtainable(wanted, NOON))
                .isEqualTo(new Obtainable(units(1), List.of(new HeldUnits(ANNS, units(2)))));
    }
}
