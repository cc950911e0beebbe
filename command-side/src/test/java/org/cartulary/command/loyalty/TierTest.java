package org.cartulary.command.loyalty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cartulary.command.Examples.NOON;
import static org.cartulary.command.loyalty.Club.*;

import java.time.LocalDate;
import java.util.List;
import org.cartulary.command.loyalty.LoyaltyCommand.EnrolCustomer;
import org.cartulary.command.loyalty.LoyaltyCommand.ReviewLoyaltyAccount;
import org.cartulary.events.loyalty.LoyaltyEvent;
import org.cartulary.events.loyalty.LoyaltyEvent.*;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rule book, "Loyalty": tier by rolling qualified spend, up at once, down at the period's end. */
class TierTest {

    static final LocalDate UNTIL = TODAY.plusDays(30);

    private final ProgrammeState programme = programme();
    private LoyaltyState account = LoyaltyState.NONE;

    @BeforeEach
    void enrolled() {
        kept(account.decide(new EnrolCustomer(CLUB, ANN, NOON), programme, NOON));
    }

    @Test
    void theSaleThatReachesTheThresholdGoesUpAtOnce() {
        does(earns(9_999, 0));
        assertThat(account.tier()).isNull();
        var decided = does(earns(1, 0));

        assertThat(decided.getLast()).isInstanceOf(TierReached.class);
        assertThat(account.tier()).isEqualTo("SILVER");
        assertThat(account.tierUntil()).isEqualTo(UNTIL);
        does(earns(40_000, 0));
        assertThat(account.tier()).isEqualTo("GOLD");
    }

    @Test
    void onlyTheSpendOfTheLastDaysCounts() {
        does(sold(TODAY, 9_999, 0, null));
        does(sold(TODAY.plusDays(30), 9_999, 0, null));
        assertThat(account.tier()).isNull();
        does(sold(TODAY.plusDays(59), 1, 0, null));

        assertThat(account.tier()).isEqualTo("SILVER");
    }

    @Test
    void aReturnLowersTheSpendAndTheTierStaysUntilThePeriodsEnd() {
        does(earns(10_000, 0));
        does(back(TODAY.plusDays(1), null, 10_000, 0));
        assertThat(account.spend()).isEqualTo(Spend.NONE);
        assertThat(account.tier()).isEqualTo("SILVER");
        assertThat(review(UNTIL)).isEmpty();
        var lowered = (TierReviewed) kept(review(UNTIL.plusDays(1))).getFirst();

        assertThat(lowered.before()).isEqualTo("SILVER");
        assertThat(lowered.tier()).isNull();
        assertThat(lowered.occurredAt()).isEqualTo("2026-04-01T23:00:00Z");
        assertThat(account.tier()).isNull();
    }

    @Test
    void aTierWhoseSpendStillQualifiesIsKeptForAnotherPeriod() {
        does(earns(50_000, 0));
        does(sold(UNTIL, 10_000, 0, null));
        var review = (TierReviewed) kept(review(UNTIL.plusDays(1))).getFirst();

        assertThat(review.tier()).isEqualTo("SILVER");
        assertThat(review.until()).isEqualTo(UNTIL.plusDays(30));
        assertThat(review.qualifiedMinor()).isEqualTo(10_000);
    }

    @Test
    void whoeverWasAwayForYearsIsReviewedPeriodByPeriod() {
        does(earns(50_000, 0));
        does(sold(UNTIL, 10_000, 0, null));
        var reviews = kept(review(UNTIL.plusYears(3)));

        assertThat(reviews).hasSize(2).allMatch(TierReviewed.class::isInstance);
        assertThat(account.tier()).isNull();
    }

    @Test
    void theTierOfTheMomentIsTheReviewedOneWhetherItIsWrittenDownOrNot() {
        does(earns(50_000, 0));

        assertThat(account.tierAt(ACCOUNT, programme, noon(UNTIL))).isEqualTo("GOLD");
        assertThat(account.tierAt(ACCOUNT, programme, noon(UNTIL.plusDays(1)))).isNull();
    }

    @Test
    void aSaleThatArrivesLateCountsOnItsOwnDay() {
        does(sold(TODAY, 9_999, 0, null));
        does(sold(TODAY.minusDays(2), 1, 0, null));

        assertThat(account.tier()).isEqualTo("SILVER");
    }

    private List<LoyaltyEvent> does(LoyaltyPart part) {
        return kept(account.decide(part, programme, part.occurredAt()));
    }

    private List<LoyaltyEvent> kept(List<LoyaltyEvent> decided) {
        account = account.after(decided);
        return decided;
    }

    private List<LoyaltyEvent> review(LocalDate today) {
        return account.decide(new ReviewLoyaltyAccount(CLUB, ANN, noon(today)), programme, noon(today));
    }
}
