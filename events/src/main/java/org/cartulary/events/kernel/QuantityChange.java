package org.cartulary.events.kernel;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * A difference of quantities, up or down, in JSON a decimal in a string such as {@code "-2"}.
 *
 * @param thousandths negative where goods became fewer
 */
public record QuantityChange(long thousandths) {

    public QuantityChange {
        if (thousandths > Quantity.MAX || thousandths < -Quantity.MAX)
            throw new IllegalArgumentException("a change is at most 1,000,000,000 units");
    }

    @JsonCreator
    public static QuantityChange parse(String decimal) {
        return new QuantityChange(Thousandths.parse(decimal));
    }

    public static QuantityChange from(Quantity before, Quantity after) {
        return new QuantityChange(after.thousandths() - before.thousandths());
    }

    public boolean isZero() {
        return thousandths == 0;
    }

    public boolean isDown() {
        return thousandths < 0;
    }

    /** The size of the change, without its direction. */
    public Quantity size() {
        return new Quantity(Math.abs(thousandths));
    }

    /** @throws IllegalArgumentException if the result would be below zero */
    public Quantity applyTo(Quantity before) {
        return new Quantity(before.thousandths() + thousandths);
    }

    @Override
    @JsonValue
    public String toString() {
        return Thousandths.format(thousandths);
    }
}
