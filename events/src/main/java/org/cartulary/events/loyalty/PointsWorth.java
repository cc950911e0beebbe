package org.cartulary.events.loyalty;

import org.cartulary.events.kernel.Money;

/**
 * What points are worth as a tender: so many points pay so many minor units.
 *
 * @param points at least 1
 * @param worthMinor at least 1, in minor units of the programme's currency
 */
public record PointsWorth(long points, long worthMinor) {

    public PointsWorth {
        if (points < 1 || points > 1_000_000)
            throw new IllegalArgumentException("redemption.points is between 1 and 1,000,000");
        if (worthMinor < 1 || worthMinor > 1_000_000)
            throw new IllegalArgumentException("redemption.worthMinor is between 1 and 1,000,000");
        Money.requireInRange(worthMinor);
    }
}
