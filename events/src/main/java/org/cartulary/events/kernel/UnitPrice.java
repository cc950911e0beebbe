package org.cartulary.events.kernel;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.regex.Pattern;

/**
 * The price of one unit in the currency's own unit, not in minor units, because it may be finer than a penny: 0.001 GBP.
 * In JSON it is a decimal in a string.
 */
public record UnitPrice(BigDecimal value) implements Comparable<UnitPrice> {

    private static final Pattern DECIMAL = Pattern.compile("\\d{1,10}(\\.\\d{1,9})?");

    public UnitPrice {
        if (value == null || value.signum() < 0) throw new IllegalArgumentException("a unit price is not negative");
        if (value.stripTrailingZeros().scale() > 6 || value.precision() - value.scale() > 10)
            throw new IllegalArgumentException("a unit price has at most ten digits and six decimal places");
        value = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
    }

    @JsonCreator
    public static UnitPrice of(String decimal) {
        if (decimal == null || !DECIMAL.matcher(decimal).matches())
            throw new IllegalArgumentException("a unit price is a decimal such as 2.55");
        return new UnitPrice(new BigDecimal(decimal));
    }

    /**
     * The price of a quantity in minor units, rounded half up once.
     *
     * @throws IllegalArgumentException if the amount is beyond reason
     */
    public long amountMinor(Quantity quantity, CurrencyCode currency) {
        var amount = value.multiply(quantity.toDecimal())
                .movePointRight(currency.exponent())
                .setScale(0, RoundingMode.HALF_UP);
        if (amount.precision() > 18) throw new IllegalArgumentException("a price times its quantity is beyond reason");
        return Money.requireInRange(amount.longValueExact());
    }

    @Override
    public int compareTo(UnitPrice other) {
        return value.compareTo(other.value);
    }

    @Override
    @JsonValue
    public String toString() {
        return value.toPlainString();
    }
}
