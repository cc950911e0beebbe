package org.cartulary.events.location;

import com.fasterxml.jackson.annotation.JsonCreator;
import org.cartulary.events.MayBeAbsent;
import org.cartulary.events.kernel.Money;

/**
 * What a location grants on returns. The values in force are written into each sale and return that they decide.
 *
 * @param windowDays local dates after hand-over on which goods may come back, the last one included; 30 by default
 * @param lookBackDays days in which the lowest price of goods without receipt is looked for; 90 by default
 * @param withoutReceiptCapMinor most that one customer gets without receipts within the look-back; 50,000 by default
 */
public record ReturnPolicy(int windowDays, int lookBackDays, long withoutReceiptCapMinor) {

    public static final ReturnPolicy DEFAULT = new ReturnPolicy(30, 90, 50_000);

    public ReturnPolicy {
        if (windowDays < 0 || windowDays > 36_500)
            throw new IllegalArgumentException("policy.windowDays is between 0 and 36,500");
        if (lookBackDays < 1 || lookBackDays > 3_650)
            throw new IllegalArgumentException("policy.lookBackDays is between 1 and 3,650");
        Money.requireNotNegative(withoutReceiptCapMinor, "policy.withoutReceiptCapMinor");
    }

    @JsonCreator
    static ReturnPolicy of(
            @MayBeAbsent Integer windowDays,
            @MayBeAbsent Integer lookBackDays,
            @MayBeAbsent Long withoutReceiptCapMinor) {
        return new ReturnPolicy(
                windowDays == null ? DEFAULT.windowDays : windowDays,
                lookBackDays == null ? DEFAULT.lookBackDays : lookBackDays,
                withoutReceiptCapMinor == null ? DEFAULT.withoutReceiptCapMinor : withoutReceiptCapMinor);
    }
}
