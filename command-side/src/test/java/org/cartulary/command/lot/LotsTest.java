package org.cartulary.command.lot;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.cartulary.events.lot.LotPart;
import org.junit.jupiter.api.Test;

/** Rule book, "Loyalty": the earliest-expiring lots are spent first, and what was spent returns to its lots. */
class LotsTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 1);
    private static final LocalDate MAY = LocalDate.of(2026, 5, 31);
    private static final LocalDate JUNE = LocalDate.of(2026, 6, 30);

    private final Lots lots =
            Lots.NONE.open(1, 100, null, null).open(2, 50, null, JUNE).open(3, 30, null, MAY);

    @Test
    void theEarliestExpiringLotsAreSpentFirstAndThoseThatNeverExpireLast() {
        assertThat(lots.spend(90, TODAY)).containsExactly(part(3, 30, MAY), part(2, 50, JUNE), part(1, 10, null));
    }

    @Test
    void noMoreIsSpentThanIsUsable() {
        assertThat(lots.spend(500, TODAY).stream().mapToLong(LotPart::amount).sum())
                .isEqualTo(180);
    }

    @Test
    void aLotCanBeSpentOnItsLastDayAndNotOnTheNext() {
        assertThat(lots.usable(MAY)).isEqualTo(180);
        assertThat(lots.usable(MAY.plusDays(1))).isEqualTo(150);
        assertThat(lots.expired(MAY.plusDays(1))).containsExactly(part(3, 30, MAY));
    }

    @Test
    void aPendingLotIsPartOfTheBalanceAndUsableFromItsDay() {
        var pending = Lots.NONE.open(1, 10, TODAY.plusDays(1), MAY);
        assertThat(pending.balance()).isEqualTo(10);
        assertThat(pending.usable(TODAY)).isZero();
        assertThat(pending.usable(TODAY.plusDays(1))).isEqualTo(10);
    }

    @Test
    void whatWasSpentReturnsToItsLotsAlsoWhereTheyHadBeenEmptied() {
        var parts = lots.spend(90, TODAY);
        assertThat(lots.less(parts).lots()).hasSize(1);
        assertThat(lots.less(parts).plus(parts)).isEqualTo(lots);
    }

    @Test
    void aReversalTakesFromItsVeryLotFirst() {
        assertThat(lots.takeFrom(2, 60, TODAY)).containsExactly(part(2, 50, JUNE), part(3, 10, MAY));
        assertThat(lots.takeFrom(9, 1_000, TODAY)).hasSize(3);
    }

    @Test
    void aNumberIsNeverGivenTwice() {
        var emptied = lots.less(List.of(part(3, 30, MAY)));
        assertThat(emptied.next()).isEqualTo(4);
    }

    private static LotPart part(int lot, long amount, LocalDate expiresOn) {
        return new LotPart(lot, amount, expiresOn);
    }
}
