package org.cartulary.events.loyalty;

import java.util.List;
import org.cartulary.events.MayBeAbsent;
import org.cartulary.events.Shape;

/**
 * What a programme grants from a date on.
 *
 * @param minimumBaseMinor a sale with a smaller base earns no points
 * @param validityDays how long points can be spent after they were earned; absent where they never expire
 * @param pendingDays how long a shipment's points wait, where that is the policy
 * @param redemption what points are worth as a tender
 * @param minimumRedemptionPoints what a sale redeems at least, where it redeems any
 * @param adjustmentLimitPoints what one adjustment grants or withdraws at most
 * @param tiers the lowest first; none where the programme has none
 * @param tierDays over how many days spend qualifies, and for how many days a tier is kept
 */
public record ProgrammeTerms(
        List<EarningRule> earning,
        long minimumBaseMinor,
        PointsRounding rounding,
        @MayBeAbsent Integer validityDays,
        Pending pending,
        int pendingDays,
        PointsWorth redemption,
        long minimumRedemptionPoints,
        long adjustmentLimitPoints,
        List<Tier> tiers,
        int tierDays) {

    public ProgrammeTerms {
        earning = Shape.listOf(earning);
        tiers = Shape.listOf(tiers);
    }
}
