package org.cartulary.command.loyalty;

import java.math.BigInteger;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.cartulary.command.lot.LargestRemainder;
import org.cartulary.events.kernel.CategoryId;
import org.cartulary.events.loyalty.EarningRule;
import org.cartulary.events.loyalty.PointsRounding;
import org.cartulary.events.loyalty.ProgrammeTerms;
import org.cartulary.events.sale.LineEarning;

/**
 * What a sale earns. Rule book, "Loyalty": the base is the net paid, without tax, fees, gift cards and points tenders; rounded
 * once per sale and apportioned to lines. What points paid is taken off in the share of the total that they paid, so that a
 * sale paid half in points earns half. All is exact until the one rounding.
 *
 * @param lines what each line earned, by its number; a line that earned nothing is not there
 * @param baseMinor the sum of the lines' bases
 * @param points the sum of the lines' points
 */
public record Earnings(Map<Integer, LineEarning> lines, long baseMinor, long points) {

    private static final BigInteger TWO = BigInteger.TWO;

    /**
     * A line that may earn; one that sells stored value never does.
     *
     * @param service whether it is a fee, which earns only where its category has a rule
     */
    public record Line(int number, long netMinor, CategoryId category, boolean service) {}

    /** How much of the sale's total was not paid in points. */
    private record Share(BigInteger paid, BigInteger total) {}

    private record Weighed(Line line, EarningRule rule) {}

    /**
     * @param tier that the customer has when the sale begins; null without one
     * @param totalMinor what the customer owes for the whole sale, tax and gift cards included
     * @param inPointsMinor what of it is paid in points
     */
    public static Earnings of(
            ProgrammeTerms terms, String tier, long totalMinor, long inPointsMinor, List<Line> lines) {
        var eligible = lines.stream()
                .map(line -> new Weighed(line, rule(terms, tier, line).orElse(null)))
                .filter(weighed -> !weighed.line().service() || isOfCategory(weighed.rule()))
                .toList();
        var share =
                new Share(BigInteger.valueOf(totalMinor - inPointsMinor), BigInteger.valueOf(Math.max(1, totalMinor)));
        var nets = eligible.stream()
                .map(weighed -> BigInteger.valueOf(weighed.line().netMinor()))
                .toList();
        var base = sum(nets).multiply(share.paid()).divide(share.total());
        boolean enough = base.compareTo(BigInteger.valueOf(terms.minimumBaseMinor())) >= 0;
        var points = enough ? points(terms.rounding(), eligible, share) : BigInteger.ZERO;
        return apportioned(eligible, nets, base, points);
    }

    private static BigInteger points(PointsRounding rounding, List<Weighed> lines, Share share) {
        var numerator = sum(weights(lines)).multiply(share.paid());
        var denominator = commonPer(lines).multiply(share.total());
        return switch (rounding) {
            case FLOOR -> numerator.divide(denominator);
            case HALF_UP -> numerator.multiply(TWO).add(denominator).divide(denominator.multiply(TWO));
        };
    }

    private static Earnings apportioned(
            List<Weighed> eligible, List<BigInteger> nets, BigInteger base, BigInteger points) {
        var bases = LargestRemainder.parts(base, nets);
        var shares = LargestRemainder.parts(points, weights(eligible));
        var earned = new TreeMap<Integer, LineEarning>();
        for (int i = 0; i < eligible.size(); i++) {
            var earning =
                    new LineEarning(bases.get(i).longValueExact(), shares.get(i).longValueExact());
            if (earning.baseMinor() > 0 || earning.points() > 0)
                earned.put(eligible.get(i).line().number(), earning);
        }
        return new Earnings(earned, base.longValueExact(), points.longValueExact());
    }

    /** What each line weighs in points, over the common {@code perMinor} of all rules. */
    private static List<BigInteger> weights(List<Weighed> lines) {
        var common = commonPer(lines);
        return lines.stream()
                .map(weighed -> weighed.rule() == null ? BigInteger.ZERO : weight(weighed, common))
                .toList();
    }

    private static BigInteger weight(Weighed weighed, BigInteger common) {
        return BigInteger.valueOf(weighed.line().netMinor())
                .multiply(BigInteger.valueOf(weighed.rule().points()))
                .multiply(common.divide(BigInteger.valueOf(weighed.rule().perMinor())));
    }

    private static BigInteger commonPer(List<Weighed> lines) {
        return lines.stream()
                .map(Weighed::rule)
                .filter(Objects::nonNull)
                .map(rule -> BigInteger.valueOf(rule.perMinor()))
                .reduce(BigInteger.ONE, (one, other) -> one.multiply(other).divide(one.gcd(other)));
    }

    /** The most specific: category and tier, then category, then tier, then the plain one. */
    private static Optional<EarningRule> rule(ProgrammeTerms terms, String tier, Line line) {
        return terms.earning().stream()
                .filter(rule -> rule.category() == null || rule.category().equals(line.category()))
                .filter(rule -> rule.tier() == null || rule.tier().equals(tier))
                .max(Comparator.comparing((EarningRule rule) -> rule.category() != null)
                        .thenComparing(rule -> rule.tier() != null));
    }

    private static boolean isOfCategory(EarningRule rule) {
        return rule != null && rule.category() != null;
    }

    private static BigInteger sum(List<BigInteger> values) {
        return values.stream().reduce(BigInteger.ZERO, BigInteger::add);
    }
}
