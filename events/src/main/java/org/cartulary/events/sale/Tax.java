package org.cartulary.events.sale;

import org.cartulary.events.Shape;
import org.cartulary.events.kernel.CardNumbers;
import org.cartulary.events.kernel.Money;

/**
 * One tax on one line.
 *
 * @param code the retailer's name of the tax, such as {@code VAT-STANDARD}
 * @param ratePpm millionths: 200,000 is 20 %
 * @param baseMinor the part of the line's net amount that it is on
 * @param taxMinor its amount
 */
public record Tax(String code, int ratePpm, long baseMinor, long taxMinor) {

    public Tax {
        CardNumbers.refuseIn(Shape.text(code, 32, "taxes[].code"), "taxes[].code");
        if (ratePpm < 0 || ratePpm > 10_000_000)
            throw new IllegalArgumentException("taxes[].ratePpm is between 0 and 10,000,000");
        Money.requireNotNegative(baseMinor, "taxes[].baseMinor");
        Money.requireNotNegative(taxMinor, "taxes[].taxMinor");
    }
}
