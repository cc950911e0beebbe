package org.cartulary.ops.journey;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.cartulary.events.kernel.Quantity;
import org.cartulary.events.kernel.UnitPrice;

/** A quantity and the price of one unit that come to an amount exactly. */
record ListPrice(Quantity quantity, UnitPrice unit) {

    private static final int DECIMALS = 6;
    private static final int MOST_DIGITS = 10;

    /**
     * The price may be as fine as a unit price can be. Where none is fine enough, it is one unit for the whole amount.
     *
     * @param quantity more than nothing
     */
    static ListPrice of(long amountMinor, Quantity quantity) {
        var amount = BigDecimal.valueOf(amountMinor, Grocer.CURRENCY.exponent());
        var price = amount.divide(quantity.toDecimal(), DECIMALS, RoundingMode.HALF_EVEN);
        if (price.precision() - price.scale() <= MOST_DIGITS) {
            var unit = new UnitPrice(price);
            if (unit.amountMinor(quantity, Grocer.CURRENCY) == amountMinor) return new ListPrice(quantity, unit);
        }
        return new ListPrice(Quantity.of(1), new UnitPrice(amount));
    }
}
