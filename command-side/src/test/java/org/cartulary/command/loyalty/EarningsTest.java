package org.cartulary.command.loyalty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cartulary.command.loyalty.Club.*;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.cartulary.command.loyalty.Earnings.Line;
import org.cartulary.events.kernel.CategoryId;
import org.cartulary.events.loyalty.EarningRule;
import org.cartulary.events.loyalty.PointsRounding;
import org.cartulary.events.loyalty.ProgrammeTerms;
import org.cartulary.events.sale.LineEarning;
import org.junit.jupiter.api.Test;

/**
 * Rule book, "Loyalty": base = net paid, without tax, fees, gift cards and points tenders; floor per sale, apportioned to
 * lines, once per sale.
 */
class EarningsTest {

    static final CategoryId POTTERY = CategoryId.of("POTTERY");
    static final CategoryId TEA = CategoryId.of("TEA");

    @Test
    void aPointPerEuroOfTheNetIsRoundedDownOncePerSale() {
        var earned = earned(terms(), 0, goods(1, 199), goods(2, 150));

        assertThat(earned.baseMinor()).isEqualTo(349);
        assertThat(earned.points()).isEqualTo(3);
    }

    @Test
    void theSalesPointsGoToItsLinesByLargestRemainderAndTheEarlierLineWinsATie() {
        var earned = earned(terms(), 0, goods(1, 150), goods(2, 150));

        assertThat(earned.lines()).isEqualTo(Map.of(1, new LineEarning(150, 2), 2, new LineEarning(150, 1)));
    }

    @Test
    void halfUpIsRoundedOncePerSaleToo() {
        var terms = with(PointsRounding.HALF_UP, 0, PLAIN);

        assertThat(earned(terms, 0, goods(1, 149)).points()).isEqualTo(1);
        assertThat(earned(terms, 0, goods(1, 150)).points()).isEqualTo(2);
        assertThat(earned(terms, 0, goods(1, 50), goods(2, 50)).points()).isEqualTo(1);
    }

    @Test
    void taxEarnsNothing() {
        var earned = Earnings.of(terms(), null, 1_230, 0, List.of(goods(1, 1_000)));

        assertThat(earned.points()).isEqualTo(10);
    }

    @Test
    void whatPointsPaidEarnsNothingInTheShareOfTheTotalThatTheyPaid() {
        var earned = Earnings.of(terms(), null, 1_230, 615, List.of(goods(1, 1_000)));

        assertThat(earned.baseMinor()).isEqualTo(500);
        assertThat(earned.points()).isEqualTo(5);
        assertThat(Earnings.of(terms(), null, 1_230, 1_230, List.of(goods(1, 1_000)))
                        .lines())
                .isEmpty();
    }

    @Test
    void thePointsTenderIsTakenOffExactlyBeforeTheOneRounding() {
        // 999 * 2/3 = 666 exactly; a share rounded per line would lose a unit.
        var earned = Earnings.of(terms(), null, 999, 333, List.of(goods(1, 500), goods(2, 499)));

        assertThat(earned.baseMinor()).isEqualTo(666);
        assertThat(earned.lines()).isEqualTo(Map.of(1, new LineEarning(333, 3), 2, new LineEarning(333, 3)));
    }

    @Test
    void feesEarnNothingUnlessTheirCategoryHasARule() {
        var fee = new Line(2, 500, POTTERY, true);

        assertThat(earned(terms(), 0, goods(1, 1_000), fee).baseMinor()).isEqualTo(1_000);
        var terms = with(PointsRounding.FLOOR, 0, PLAIN, new EarningRule(POTTERY, null, 1, 100));
        assertThat(earned(terms, 0, goods(1, 1_000), fee).baseMinor()).isEqualTo(1_500);
    }

    @Test
    void theMostSpecificRuleWinsAndACategoryIsMoreSpecificThanATier() {
        var terms = with(
                PointsRounding.FLOOR,
                0,
                PLAIN,
                new EarningRule(null, "GOLD", 2, 100),
                new EarningRule(POTTERY, null, 3, 100),
                new EarningRule(POTTERY, "GOLD", 5, 100));

        assertThat(points(terms, null, TEA)).isEqualTo(10);
        assertThat(points(terms, "GOLD", TEA)).isEqualTo(20);
        assertThat(points(terms, null, POTTERY)).isEqualTo(30);
        assertThat(points(terms, "SILVER", POTTERY)).isEqualTo(30);
        assertThat(points(terms, "GOLD", POTTERY)).isEqualTo(50);
    }

    @Test
    void aCategoryMayEarnNothingAndStillQualifies() {
        var terms = with(PointsRounding.FLOOR, 0, PLAIN, new EarningRule(TEA, null, 0, 100));
        var earned = earned(terms, 0, new Line(1, 1_000, TEA, false));

        assertThat(earned).isEqualTo(new Earnings(Map.of(1, new LineEarning(1_000, 0)), 1_000, 0));
    }

    @Test
    void belowTheMinimumASaleEarnsNoPoints() {
        var terms = with(PointsRounding.FLOOR, 500, PLAIN);

        assertThat(earned(terms, 0, goods(1, 499)).points()).isZero();
        assertThat(earned(terms, 0, goods(1, 500)).points()).isEqualTo(5);
    }

    @Test
    void rulesWithDifferentSteps() {
        var terms =
                with(PointsRounding.FLOOR, 0, new EarningRule(TEA, null, 1, 30), new EarningRule(POTTERY, null, 1, 70));
        var earned = earned(terms, 0, new Line(1, 20, TEA, false), new Line(2, 24, POTTERY, false));

        // 20/30 + 24/70 = 1.0095…: neither line alone earns a point.
        assertThat(earned.points()).isEqualTo(1);
        assertThat(earned.lines().get(1).points()).isEqualTo(1);
    }

    @Test
    void whateverTheSaleTheLinesSumUpToItAndNoLineEarnsMoreThanItsNet() {
        long seed = System.nanoTime();
        var random = new SplittableRandom(seed);
        for (int n = 0; n < 2_000; n++) {
            var lines = IntStream.rangeClosed(1, random.nextInt(1, 8))
                    .mapToObj(i -> goods(i, random.nextLong(5_000)))
                    .toList();
            long total = lines.stream().mapToLong(Line::netMinor).sum();
            var earned = Earnings.of(terms(), null, total, random.nextLong(total + 1), lines);
            var each = earned.lines().values();
            assertThat(each.stream().mapToLong(LineEarning::baseMinor).sum())
                    .as("seed " + seed)
                    .isEqualTo(earned.baseMinor());
            assertThat(each.stream().mapToLong(LineEarning::points).sum())
                    .as("seed " + seed)
                    .isEqualTo(earned.points());
            for (var line : lines)
                assertThat(earned.lines()
                                .getOrDefault(line.number(), new LineEarning(0, 0))
                                .baseMinor())
                        .as("seed " + seed)
                        .isLessThanOrEqualTo(line.netMinor());
        }
    }

    private static Line goods(int number, long netMinor) {
        return new Line(number, netMinor, null, false);
    }

    private static long points(ProgrammeTerms terms, String tier, CategoryId category) {
        return Earnings.of(terms, tier, 1_000, 0, List.of(new Line(1, 1_000, category, false)))
                .points();
    }

    private static Earnings earned(ProgrammeTerms terms, long inPointsMinor, Line... lines) {
        long total = List.of(lines).stream().mapToLong(Line::netMinor).sum();
        return Earnings.of(terms, null, total, inPointsMinor, List.of(lines));
    }

    private static ProgrammeTerms with(PointsRounding rounding, long minimumBaseMinor, EarningRule... rules) {
        var plain = terms();
        return new ProgrammeTerms(
                List.of(rules),
                minimumBaseMinor,
                rounding,
                plain.validityDays(),
                plain.pending(),
                plain.pendingDays(),
                plain.redemption(),
                plain.minimumRedemptionPoints(),
                plain.adjustmentLimitPoints(),
                plain.tiers(),
                plain.tierDays());
    }
}
