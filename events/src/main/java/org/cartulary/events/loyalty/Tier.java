package org.cartulary.events.loyalty;

import org.cartulary.events.Shape;
import org.cartulary.events.kernel.CardNumbers;
import org.cartulary.events.kernel.Money;

/**
 * A rank among the customers of a programme.
 *
 * @param thresholdMinor the qualified spend that reaches it, in minor units of the programme's currency
 */
public record Tier(String name, long thresholdMinor) {

    public Tier {
        CardNumbers.refuseIn(Shape.text(name, 64, "tiers[].name"), "tiers[].name");
        Money.requireNotNegative(thresholdMinor, "tiers[].thresholdMinor");
        if (thresholdMinor == 0) throw new IllegalArgumentException("tiers[].thresholdMinor is more than nothing");
    }
}
