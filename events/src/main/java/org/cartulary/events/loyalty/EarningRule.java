package org.cartulary.events.loyalty;

import org.cartulary.events.MayBeAbsent;
import org.cartulary.events.Shape;
import org.cartulary.events.kernel.CardNumbers;
import org.cartulary.events.kernel.CategoryId;
import org.cartulary.events.kernel.Money;

/**
 * What a line earns: {@code points} for each {@code perMinor} of its base. Of several rules the most specific holds: the one
 * for category and tier, then for the category, then for the tier, then the plain one.
 *
 * @param category of the product; any, where absent
 * @param tier that the customer has when the sale begins; any, where absent
 * @param points none, where the category shall earn nothing
 * @param perMinor minor units of the programme's currency
 */
public record EarningRule(
        @MayBeAbsent CategoryId category, @MayBeAbsent String tier, long points, long perMinor) {

    /** Keeps points within what a JSON number tells exactly. */
    private static final long MOST_POINTS = 1_000_000;

    public EarningRule {
        CardNumbers.refuseIn(Shape.optionalText(tier, 64, "earning[].tier"), "earning[].tier");
        if (points < 0 || points > MOST_POINTS)
            throw new IllegalArgumentException("earning[].points is between 0 and 1,000,000");
        if (perMinor < 1) throw new IllegalArgumentException("earning[].perMinor is at least 1");
        if (points > perMinor) throw new IllegalArgumentException("earning[].points is at most earning[].perMinor");
        Money.requireInRange(perMinor);
    }
}
