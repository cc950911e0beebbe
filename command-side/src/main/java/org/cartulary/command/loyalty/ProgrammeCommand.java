package org.cartulary.command.loyalty;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import org.cartulary.command.kernel.Command;
import org.cartulary.events.MayBeAbsent;
import org.cartulary.events.Shape;
import org.cartulary.events.kernel.CurrencyCode;
import org.cartulary.events.kernel.Money;
import org.cartulary.events.kernel.ProgrammeId;
import org.cartulary.events.loyalty.EarningRule;
import org.cartulary.events.loyalty.Pending;
import org.cartulary.events.loyalty.PointsRounding;
import org.cartulary.events.loyalty.PointsWorth;
import org.cartulary.events.loyalty.ProgrammeTerms;
import org.cartulary.events.loyalty.Tier;

/** What may be asked about loyalty programmes. */
public sealed interface ProgrammeCommand extends Command {

    /** Three years with a leap day: no spend qualifies for longer, and no account remembers it for longer. */
    int LONGEST_TIER_DAYS = 1_096;

    int LONGEST_VALIDITY_DAYS = 36_600;

    int LONGEST_PENDING_DAYS = 366;

    ProgrammeId programme();

    /**
     * A programme has these terms from a date on; the first ones begin it. Amounts are in minor units of {@code currency}.
     *
     * @param from not before the date of the terms set last
     * @param zone in which its days are counted; the same for ever
     * @param currency in which it earns and redeems; the same for ever
     * @param earning of several rules that fit a line the most specific holds; may be empty
     * @param minimumBaseMinor a sale with a smaller base earns no points; 0 by default
     * @param rounding of a sale's points to a whole number; FLOOR by default
     * @param validityDays how long points can be spent after they were earned; for ever by default
     * @param pending from when they can be spent; HAND_OVER by default
     * @param pendingDays how long a shipment's points wait, where that is the policy; 0 by default
     * @param minimumRedemptionPoints what a sale redeems at least, where it redeems any; 0 by default
     * @param adjustmentLimitPoints what one adjustment grants or withdraws at most
     * @param tiers the lowest first; none by default
     * @param tierDays over how many days spend qualifies, and for how many a tier is kept; 365 by default
     */
    record SetProgrammeTerms(
            ProgrammeId programme,
            LocalDate from,
            ZoneId zone,
            CurrencyCode currency,
            @MayBeAbsent List<EarningRule> earning,
            @MayBeAbsent long minimumBaseMinor,
            @MayBeAbsent PointsRounding rounding,
            @MayBeAbsent Integer validityDays,
            @MayBeAbsent Pending pending,
            @MayBeAbsent int pendingDays,
            PointsWorth redemption,
            @MayBeAbsent long minimumRedemptionPoints,
            long adjustmentLimitPoints,
            @MayBeAbsent List<Tier> tiers,
            @MayBeAbsent Integer tierDays,
            Instant occurredAt)
            implements ProgrammeCommand {

        public SetProgrammeTerms {
            Shape.present(programme, "programme");
            if (Shape.present(from, "from").getYear() < 1 || from.getYear() > 9999)
                throw new IllegalArgumentException("from has a year of four digits");
            Shape.present(zone, "zone");
            Shape.present(currency, "currency");
            earning = Shape.listOf(earning);
            requireFew(earning, "earning");
            rounding = rounding == null ? PointsRounding.FLOOR : rounding;
            pending = pending == null ? Pending.HAND_OVER : pending;
            Shape.present(redemption, "redemption");
            tiers = Shape.listOf(tiers);
            requireFew(tiers, "tiers");
            tierDays = tierDays == null ? 365 : tierDays;
            Shape.present(occurredAt, "occurredAt");
            if (validityDays != null) requireBetween(1, LONGEST_VALIDITY_DAYS, validityDays, "validityDays");
            requireBetween(0, LONGEST_PENDING_DAYS, pendingDays, "pendingDays");
            requireBetween(1, LONGEST_TIER_DAYS, tierDays, "tierDays");
            Money.requireNotNegative(minimumBaseMinor, "minimumBaseMinor");
            Money.requireNotNegative(minimumRedemptionPoints, "minimumRedemptionPoints");
            Money.requireNotNegative(adjustmentLimitPoints, "adjustmentLimitPoints");
            requireRising(tiers);
            requireDistinct(earning, tiers);
        }

        ProgrammeTerms terms() {
            return new ProgrammeTerms(
                    earning,
                    minimumBaseMinor,
                    rounding,
                    validityDays,
                    pending,
                    pendingDays,
                    redemption,
                    minimumRedemptionPoints,
                    adjustmentLimitPoints,
                    tiers,
                    tierDays);
        }

        private static void requireFew(List<?> entries, String name) {
            if (entries.size() > 100) throw new IllegalArgumentException(name + " has at most 100 entries");
        }

        private static void requireBetween(int least, int most, int value, String name) {
            if (value < least || value > most)
                throw new IllegalArgumentException(name + " is between " + least + " and " + most);
        }

        private static void requireRising(List<Tier> tiers) {
            var names = new HashSet<String>();
            for (int i = 0; i < tiers.size(); i++) {
                if (!names.add(tiers.get(i).name())) throw new IllegalArgumentException("tiers names one tier twice");
                if (i > 0 && tiers.get(i).thresholdMinor() <= tiers.get(i - 1).thresholdMinor())
                    throw new IllegalArgumentException("tiers[].thresholdMinor rises from tier to tier");
            }
        }

        private static void requireDistinct(List<EarningRule> earning, List<Tier> tiers) {
            var seen = new HashSet<List<Object>>();
            for (var rule : earning) {
                if (!seen.add(Arrays.asList(rule.category(), rule.tier())))
                    throw new IllegalArgumentException("earning has two rules for one category and tier");
                if (rule.tier() != null
                        && tiers.stream().noneMatch(tier -> tier.name().equals(rule.tier())))
                    throw new IllegalArgumentException("earning[].tier is one of tiers[].name");
            }
        }
    }
}
