package org.cartulary.command.loyalty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cartulary.command.Examples.*;
import static org.cartulary.command.Rejected.rejected;
import static org.cartulary.command.loyalty.Club.*;
import static org.cartulary.command.loyalty.LoyaltyRejection.*;

import java.time.LocalDate;
import java.util.List;
import org.cartulary.command.loyalty.LoyaltyCommand.AdjustPoints;
import org.cartulary.command.loyalty.LoyaltyCommand.EnrolCustomer;
import org.cartulary.command.loyalty.LoyaltyCommand.ReviewLoyaltyAccount;
import org.cartulary.command.loyalty.LoyaltyPart.Sold;
import org.cartulary.events.kernel.CurrencyCode;
import org.cartulary.events.kernel.Money;
import org.cartulary.events.loyalty.LoyaltyEvent;
import org.cartulary.events.loyalty.LoyaltyEvent.*;
import org.cartulary.events.loyalty.Pending;
import org.cartulary.events.loyalty.PointsRounding;
import org.cartulary.events.loyalty.PointsWorth;
import org.cartulary.events.loyalty.ProgrammeTerms;
import org.junit.jupiter.api.Test;

/** Rule book, "Loyalty": points are earned, spent, adjusted and expire, lot by lot. */
class PointsTest {

    private LoyaltyState account = LoyaltyState.NONE;
    private ProgrammeState programme = programme();

    @Test
    void aCustomerIsEnrolledOnceAndNothingHappensBefore() {
        rejected(CUSTOMER_NOT_ENROLLED, () -> decide(earns(1_000, 10)));
        rejected(CUSTOMER_NOT_ENROLLED, () -> decide(adjust(5)));
        assertThat(review(TODAY)).isEmpty();
        enrolled();
        rejected(CUSTOMER_ALREADY_ENROLLED, () -> account.decide(enrol(), programme, NOON));
    }

    @Test
    void aSaleMakesALotThatSaysHowLongItCanBeSpent() {
        enrolled();
        var earned = (PointsEarned) does(earns(1_050, 10)).getFirst();

        assertThat(earned.terms()).isEqualTo(FIRST);
        assertThat(earned.businessDay()).isEqualTo(TODAY);
        assertThat(earned.lot()).isEqualTo(1);
        assertThat(earned.expiresOn()).isEqualTo(LAST_DAY);
        assertThat(earned.usableFrom()).isNull();
        assertThat(account.lots().balance()).isEqualTo(10);
    }

    @Test
    void aSaleThatEarnsNothingLeavesNoEvent() {
        enrolled();
        assertThat(decide(earns(0, 0))).isEmpty();
        var spend = (PointsEarned) does(earns(80, 0)).getFirst();
        assertThat(spend.lot()).isNull();
        assertThat(account.spend().qualified(TODAY, 30)).isEqualTo(80);
    }

    /** However little a point is worth, a tender never costs fewer points than pay it. */
    @Test
    void aTenderOfMorePointsThanAnybodyHoldsIsRefused() {
        var terms = terms();
        programme = programme(new ProgrammeTerms(
                terms.earning(),
                0,
                terms.rounding(),
                100,
                terms.pending(),
                0,
                new PointsWorth(1_000_000, 1),
                0,
                Money.MAX_MINOR,
                terms.tiers(),
                30));
        enrolled();
        account = account.after(account.decide(adjust(Money.MAX_MINOR), programme, NOON));

        rejected(NOT_ENOUGH_POINTS, () -> decide(spends(TODAY, 1_000_000_001)));
        assertThat(((PointsRedeemed) decide(spends(TODAY, 1_000_000_000)).getFirst()).points())
                .isEqualTo(Money.MAX_MINOR);
    }

    @Test
    void pointsArePendingUntilTheirDay() {
        enrolled();
        does(sold(TODAY, 5_000, 50, TODAY.plusDays(14)));

        rejected(NOT_ENOUGH_POINTS, () -> decide(spends(TODAY.plusDays(13), 10)));
        does(spends(TODAY.plusDays(14), 10));
        assertThat(account.lots().balance()).isEqualTo(40);
    }

    @Test
    void theEarliestExpiringLotsAreSpentFirst() {
        enrolled();
        does(sold(TODAY, 0, 10, null));
        does(sold(TODAY.minusDays(5), 0, 10, null));
        var redeemed = (PointsRedeemed) does(spends(TODAY, 15)).getFirst();

        assertThat(redeemed.parts()).containsExactly(part(2, 10, LAST_DAY.minusDays(5)), part(1, 5, LAST_DAY));
    }

    /** frappe/erpnext#59050: points redeemed twice. Two tenders of one sale, then another sale, never exceed the balance. */
    @Test
    void noPointIsRedeemedTwice() {
        enrolled();
        does(earns(0, 100));
        rejected(NOT_ENOUGH_POINTS, () -> decide(spends(TODAY, 60, 60)));
        assertThat(does(spends(TODAY, 60, 30)))
                .hasSize(2)
                .allSatisfy(e -> assertThat(((PointsRedeemed) e).parts()).hasSize(1));
        rejected(NOT_ENOUGH_POINTS, () -> decide(spends(TODAY, 11)));
        does(spends(TODAY, 10));
        assertThat(account.lots().balance()).isZero();
    }

    @Test
    void aTenderIsAWholeNumberOfPointsAndASaleRedeemsTheMinimum() {
        programme = programme(worth(new PointsWorth(2, 5), 20));
        enrolled();
        does(earns(0, 100));

        rejected(POINTS_NOT_WHOLE, () -> decide(spends(TODAY, 52)));
        rejected(POINTS_BELOW_MINIMUM, () -> decide(spends(TODAY, 45)));
        assertThat(((PointsRedeemed) decide(spends(TODAY, 25, 25)).getLast()).points())
                .isEqualTo(10);
        rejected(NOT_ENOUGH_POINTS, () -> decide(spends(TODAY, 255)));
    }

    @Test
    void aProgrammeEarnsInOneCurrencyAndFromItsFirstDay() {
        enrolled();
        var abroad = new Sold(ACCOUNT, SALE, CurrencyCode.of("GBP"), TODAY, List.of(), 100, 1, null, NOON);
        rejected(PROGRAMME_IN_OTHER_CURRENCY, () -> decide(abroad));
        rejected(PROGRAMME_NOT_IN_FORCE, () -> decide(sold(BEGUN.minusDays(1), 100, 1, null)));
    }

    @Test
    void theTermsOfTheSalesBusinessDayDecideWhateverIsInForceToday() {
        programme = programme.evolve(termsSet(2, TODAY, worth(new PointsWorth(1, 10), 0)));
        enrolled();
        does(sold(TODAY.minusDays(1), 0, 10, null));
        does(sold(TODAY, 0, 10, null));

        assertThat(((PointsRedeemed) decide(spends(TODAY.minusDays(1), 10)).getLast()).points())
                .isEqualTo(10);
        assertThat(((PointsRedeemed) decide(spends(TODAY, 10)).getLast()).points())
                .isEqualTo(1);
    }

    /** Expiry is an event at local midnight: here that of the first day of summer time, in Lisbon. */
    @Test
    void theDayAfterTheLastDayPointsAreGoneWhetherSomebodySweptOrNot() {
        enrolled();
        does(sold(LocalDate.parse("2025-12-18"), 0, 10, null));
        var lastDay = LocalDate.parse("2026-03-28");
        assertThat(review(lastDay)).isEmpty();
        does(earns(0, 1));
        var swept = review(lastDay.plusDays(1));
        var sold = decide(spends(lastDay.plusDays(1), 1));

        assertThat(swept).hasSize(1);
        assertThat(sold).hasSize(2).startsWith(swept.getFirst());
        var expired = (PointsExpired) swept.getFirst();
        assertThat(expired.parts()).containsExactly(part(1, 10, lastDay));
        assertThat(expired.businessDay()).isEqualTo("2026-03-29");
        assertThat(expired.occurredAt()).isEqualTo("2026-03-29T00:00:00Z");
    }

    @Test
    void eachMidnightHasItsOwnEventAndTheLastTwoMidnightsAreNotOneDayOfUtcApart() {
        enrolled();
        does(sold(LocalDate.parse("2025-12-18"), 0, 10, null));
        does(sold(LocalDate.parse("2025-12-19"), 0, 5, null));

        assertThat(review(LocalDate.parse("2026-04-01")))
                .extracting(LoyaltyEvent::occurredAt)
                .extracting(Object::toString)
                .containsExactly("2026-03-29T00:00:00Z", "2026-03-29T23:00:00Z");
    }

    @Test
    void thereIsNothingToReviewTwice() {
        enrolled();
        does(earns(0, 10));
        account = account.after(review(LAST_DAY.plusDays(1)));

        assertThat(account.lots().balance()).isZero();
        assertThat(review(LAST_DAY.plusDays(9))).isEmpty();
    }

    @Test
    void anAdjustmentHasAReasonALimitAndNeverGoesBelowZero() {
        enrolled();
        rejected(ADJUSTMENT_EXCEEDS_LIMIT, () -> decide(adjust(501)));
        rejected(ADJUSTMENT_EXCEEDS_LIMIT, () -> decide(adjust(-501)));
        var granted = (PointsGranted) does(adjust(100)).getFirst();
        assertThat(granted.expiresOn()).isEqualTo(LAST_DAY);
        rejected(ADJUSTMENT_EXCEEDS_BALANCE, () -> decide(adjust(-101)));
        assertThat(does(adjust(-40)))
                .containsExactly(new PointsWithdrawn(
                        CLUB, ANN, TODAY, FIRST, 40, List.of(part(1, 40, LAST_DAY)), "a broken cup", NOON));
        assertThat(account.lots().balance()).isEqualTo(60);
    }

    private List<LoyaltyEvent> does(LoyaltyPart part) {
        return kept(decide(part));
    }

    private List<LoyaltyEvent> does(LoyaltyCommand command) {
        return kept(decide(command));
    }

    private List<LoyaltyEvent> kept(List<LoyaltyEvent> decided) {
        account = account.after(decided);
        return decided;
    }

    private List<LoyaltyEvent> decide(LoyaltyPart part) {
        return account.decide(part, programme, part.occurredAt());
    }

    private List<LoyaltyEvent> decide(LoyaltyCommand command) {
        return account.decide(command, programme, NOON);
    }

    private List<LoyaltyEvent> review(LocalDate today) {
        return account.decide(new ReviewLoyaltyAccount(CLUB, ANN, noon(today)), programme, noon(today));
    }

    private void enrolled() {
        does(enrol());
    }

    private static EnrolCustomer enrol() {
        return new EnrolCustomer(CLUB, ANN, NOON);
    }

    private static AdjustPoints adjust(long points) {
        return new AdjustPoints(CLUB, ANN, points, "a broken cup", NOON);
    }

    private static ProgrammeTerms worth(PointsWorth worth, long minimum) {
        return new ProgrammeTerms(
                List.of(PLAIN), 0, PointsRounding.FLOOR, 100, Pending.HAND_OVER, 0, worth, minimum, 500, List.of(), 30);
    }
}
