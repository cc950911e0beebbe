package org.cartulary.command.loyalty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.cartulary.command.Examples.*;
import static org.cartulary.command.Rejected.rejected;
import static org.cartulary.command.loyalty.Club.*;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.cartulary.command.loyalty.ProgrammeCommand.SetProgrammeTerms;
import org.cartulary.events.kernel.CurrencyCode;
import org.cartulary.events.loyalty.EarningRule;
import org.cartulary.events.loyalty.PointsWorth;
import org.cartulary.events.loyalty.Tier;
import org.junit.jupiter.api.Test;

/** Rule book, its opening: a default is a recorded setting. The terms of a programme are dated facts, and never rewritten. */
class ProgrammeStateTest {

    static final LocalDate JUNE = LocalDate.parse("2026-06-01");

    @Test
    void theFirstTermsBeginAProgramme() {
        assertThat(ProgrammeState.NONE.decide(set(BEGUN))).containsExactly(termsSet(1, BEGUN, terms()));
    }

    @Test
    void theTermsOfADateAreTheLastThatBeganByThen() {
        var programme = programme().evolve(termsSet(2, JUNE, terms()));

        assertThat(programme.on(JUNE.minusDays(1)).number()).isEqualTo(1);
        assertThat(programme.on(JUNE).number()).isEqualTo(2);
        rejected(LoyaltyRejection.PROGRAMME_NOT_IN_FORCE, () -> programme.on(BEGUN.minusDays(1)));
    }

    @Test
    void ofTwoThatBeginOnOneDateTheLaterHolds() {
        var programme = programme().evolve(termsSet(2, BEGUN, terms()));

        assertThat(programme.on(BEGUN).number()).isEqualTo(2);
    }

    @Test
    void termsAreNotDatedBeforeTheLastOnes() {
        var programme = programme().evolve(termsSet(2, JUNE, terms()));

        rejected(LoyaltyRejection.TERMS_BEFORE_LAST, () -> programme.decide(set(JUNE.minusDays(1))));
        assertThat(programme.decide(set(JUNE))).containsExactly(termsSet(3, JUNE, terms()));
    }

    @Test
    void neitherZoneNorCurrencyEverChanges() {
        var c = set(JUNE);

        rejected(
                LoyaltyRejection.PROGRAMME_ZONE_FIXED,
                () -> programme().decide(in(c, ZoneId.of("Europe/Madrid"), EUR)));
        rejected(
                LoyaltyRejection.PROGRAMME_CURRENCY_FIXED,
                () -> programme().decide(in(c, LISBON_TIME, CurrencyCode.of("GBP"))));
    }

    @Test
    void whatIsNotSaidHasADefault() {
        var c = new SetProgrammeTerms(
                CLUB,
                BEGUN,
                LISBON_TIME,
                EUR,
                null,
                0,
                null,
                null,
                null,
                0,
                new PointsWorth(1, 1),
                0,
                0,
                null,
                null,
                NOON);

        assertThat(c.terms().tierDays()).isEqualTo(365);
        assertThat(c.terms().validityDays()).isNull();
        assertThat(c.terms().earning()).isEmpty();
    }

    @Test
    void tiersRiseAndRulesNameThem() {
        assertThatIllegalArgumentException().isThrownBy(() -> with(List.of(PLAIN), List.of(GOLD, SILVER)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> with(List.of(PLAIN), List.of(SILVER, new Tier("SILVER", 60_000))));
        assertThatIllegalArgumentException().isThrownBy(() -> with(List.of(PLAIN, PLAIN), List.of()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> with(List.of(new EarningRule(null, "GOLD", 2, 100)), List.of(SILVER)));
        assertThat(with(List.of(PLAIN, new EarningRule(null, "GOLD", 2, 100)), List.of(SILVER, GOLD)))
                .isNotNull();
    }

    private static SetProgrammeTerms with(List<EarningRule> earning, List<Tier> tiers) {
        return new SetProgrammeTerms(
                CLUB,
                BEGUN,
                LISBON_TIME,
                EUR,
                earning,
                0,
                null,
                null,
                null,
                0,
                new PointsWorth(1, 1),
                0,
                0,
                tiers,
                null,
                NOON);
    }

    private static SetProgrammeTerms in(SetProgrammeTerms c, ZoneId zone, CurrencyCode currency) {
        return new SetProgrammeTerms(
                c.programme(),
                c.from(),
                zone,
                currency,
                c.earning(),
                c.minimumBaseMinor(),
                c.rounding(),
                c.validityDays(),
                c.pending(),
                c.pendingDays(),
                c.redemption(),
                c.minimumRedemptionPoints(),
                c.adjustmentLimitPoints(),
                c.tiers(),
                c.tierDays(),
                c.occurredAt());
    }
}
