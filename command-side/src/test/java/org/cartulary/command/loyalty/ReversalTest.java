package org.cartulary.command.loyalty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cartulary.command.Examples.NOON;
import static org.cartulary.command.Rejected.rejected;
import static org.cartulary.command.loyalty.Club.*;
import static org.cartulary.command.loyalty.LoyaltyRejection.*;

import java.time.LocalDate;
import java.util.List;
import java.util.SplittableRandom;
import org.cartulary.command.loyalty.LoyaltyCommand.AdjustPoints;
import org.cartulary.command.loyalty.LoyaltyCommand.EnrolCustomer;
import org.cartulary.events.loyalty.LoyaltyEvent;
import org.cartulary.events.loyalty.LoyaltyEvent.*;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Rule book, "Loyalty": a return reverses the recorded points; burned points return to their lots with the original expiry;
 * negative only by reversal, and redemption is then blocked.
 */
class ReversalTest {

    static final LocalDate TOMORROW = TODAY.plusDays(1);

    private final ProgrammeState programme = programme();
    private LoyaltyState account = LoyaltyState.NONE;

    @BeforeEach
    void enrolled() {
        kept(account.decide(new EnrolCustomer(CLUB, ANN, NOON), programme, NOON));
    }

    /** frappe/erpnext#32951: points are kept after the goods that had earned them came back. */
    @Test
    void noPointIsKeptAfterTheGoodsCameBack() {
        does(earns(10_000, 100));
        var reversed = (PointsReversed) does(back(TOMORROW, 1, 10_000, 100)).getLast();

        assertThat(reversed.parts()).containsExactly(part(1, 100, LAST_DAY));
        assertThat(reversed.owed()).isZero();
        assertThat(account.lots().balance()).isZero();
        assertThat(account.spend().qualified(TOMORROW, 30)).isZero();
    }

    @Test
    void theVeryLotIsTakenFromFirstThenTheOthersInOrderOfExpiry() {
        does(earns(0, 10));
        does(sold(TODAY.minusDays(3), 0, 4, null));
        does(sold(TODAY.minusDays(2), 0, 9, null));
        does(spends(TODAY, 6));
        var reversed = (PointsReversed) does(back(TOMORROW, 3, 0, 9)).getLast();

        assertThat(reversed.parts()).containsExactly(part(3, 7, LAST_DAY.minusDays(2)), part(1, 2, LAST_DAY));
    }

    @Test
    void whatNoLotHoldsIsOwedAndBlocksRedemptionUntilItIsPaid() {
        does(earns(0, 100));
        does(spends(TODAY, 70));
        var reversed = (PointsReversed) does(back(TOMORROW, 1, 0, 100)).getLast();
        assertThat(reversed.parts()).containsExactly(part(1, 30, LAST_DAY));
        assertThat(reversed.owed()).isEqualTo(70);

        rejected(POINTS_OWED, () -> decide(spends(TOMORROW, 1)));
        var first = (PointsEarned) does(sold(TOMORROW, 0, 50, null)).getFirst();
        assertThat(first.owedPaid()).isEqualTo(50);
        rejected(POINTS_OWED, () -> decide(spends(TOMORROW, 1)));
        var second = (PointsEarned) does(sold(TOMORROW, 0, 50, null)).getFirst();
        assertThat(second.owedPaid()).isEqualTo(20);
        does(spends(TOMORROW, 30));
        rejected(NOT_ENOUGH_POINTS, () -> decide(spends(TOMORROW, 1)));
    }

    @Test
    void aGrantPaysWhatIsOwedFirstAndNothingIsWithdrawnFromADebt() {
        does(earns(0, 100));
        does(spends(TODAY, 100));
        does(back(TOMORROW, 1, 0, 100));
        rejected(ADJUSTMENT_EXCEEDS_BALANCE, () -> account.decide(adjust(-1), programme, noon(TOMORROW)));
        kept(account.decide(adjust(120), programme, noon(TOMORROW)));

        assertThat(account.owed()).isZero();
        assertThat(account.lots().balance()).isEqualTo(20);
    }

    @Test
    void spentPointsReturnToTheirLotsWithTheOriginalExpiry() {
        does(earns(0, 100));
        does(spends(TODAY, 100));
        var returned = (PointsReturned)
                does(back(TOMORROW, null, 0, 0, part(1, 100, LAST_DAY))).getFirst();

        assertThat(returned.parts()).containsExactly(part(1, 100, LAST_DAY));
        assertThat(account.lots().expired(LAST_DAY.plusDays(1))).containsExactly(part(1, 100, LAST_DAY));
    }

    @Test
    void theyExpireInTheSameAppendWhereTheirLastDayIsOver() {
        does(earns(0, 100));
        does(spends(TODAY, 100));
        var late = LAST_DAY.plusDays(1);
        var decided = does(back(late, null, 0, 0, part(1, 100, LAST_DAY)));

        assertThat(decided).hasExactlyElementsOfTypes(PointsReturned.class, PointsExpired.class);
        assertThat(account.lots().balance()).isZero();
    }

    @Test
    void theyPayWhatIsOwedFirstButNotWithPointsThatHaveExpired() {
        does(earns(0, 100));
        does(spends(TODAY, 100));
        does(back(TOMORROW, 1, 0, 100));
        var returned = (PointsReturned)
                does(back(TOMORROW, null, 0, 0, part(1, 40, LAST_DAY))).getFirst();
        assertThat(returned.owedPaid()).isEqualTo(40);
        assertThat(returned.parts()).isEmpty();
        var late = (PointsReturned) does(back(LAST_DAY.plusDays(1), null, 0, 0, part(1, 60, LAST_DAY)))
                .getFirst();

        assertThat(late.owedPaid()).isZero();
        assertThat(account.owed()).isEqualTo(60);
    }

    @Test
    void oneSaleThatSpentAndEarnedComesBackAsIfItHadNeverBeen() {
        does(earns(0, 100));
        does(spends(TODAY, 100));
        does(sold(TODAY, 500, 5, null));
        does(back(TOMORROW, 2, 500, 5, part(1, 100, LAST_DAY)));

        assertThat(account.lots().lots())
                .singleElement()
                .satisfies(lot -> assertThat(lot.number()).isEqualTo(1))
                .satisfies(lot -> assertThat(lot.amount()).isEqualTo(100));
        assertThat(account.owed()).isZero();
    }

    @Test
    void whatHasExpiredIsNotTakenASecondTime() {
        does(earns(0, 100));
        does(spends(TODAY, 60));
        var late = LAST_DAY.plusDays(1);
        does(sold(late, 0, 500, null));
        var half = (PointsReversed) does(back(late, 1, 0, 50)).getLast();
        assertThat(half.expiredBefore()).isEqualTo(40);
        assertThat(half.parts()).containsExactly(part(2, 10, late.plusDays(100)));
        var rest = (PointsReversed) does(back(late, 1, 0, 50)).getLast();

        assertThat(rest.expiredBefore()).isZero();
        assertThat(account.lots().balance()).isEqualTo(440);
    }

    @Test
    void whatExpiredIsForgottenAfterThreeYears() {
        does(earns(0, 100));
        var late = LAST_DAY.plusDays(Gone.REMEMBERED_DAYS);
        does(sold(late, 0, 1, null));
        assertThat(account.gone().of(1)).isEqualTo(100);
        does(sold(late.plusDays(101), 0, 1, null));

        assertThat(account.gone().of(1)).isZero();
    }

    @Test
    void pendingPointsAreReversedToo() {
        does(sold(TODAY, 0, 10, TODAY.plusDays(30)));
        does(back(TOMORROW, 1, 0, 10));

        assertThat(account.lots().balance()).isZero();
    }

    /** Negative only by reversal: whatever happens, and in whatever order, something is owed only where the lots are empty. */
    @Test
    void whateverHappensTheAccountAddsUp() {
        long seed = System.nanoTime();
        var random = new SplittableRandom(seed);
        for (int n = 0; n < 200; n++) new RandomAccount(random.split(), "seed " + seed).lives(60);
    }

    private AdjustPoints adjust(long points) {
        return new AdjustPoints(CLUB, ANN, points, "a broken cup", noon(TOMORROW));
    }

    private List<LoyaltyEvent> does(LoyaltyPart part) {
        return kept(decide(part));
    }

    private List<LoyaltyEvent> kept(List<LoyaltyEvent> decided) {
        account = account.after(decided);
        return decided;
    }

    private List<LoyaltyEvent> decide(LoyaltyPart part) {
        return account.decide(part, programme, part.occurredAt());
    }
}
