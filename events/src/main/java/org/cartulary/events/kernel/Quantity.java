package org.cartulary.events.kernel;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;

/**
 * An exact amount of goods in the unit of its SKU, counted in thousandths so that weighed goods add up. In JSON it is a
 * decimal in a string, such as {@code "1.5"}.
 *
 * @param thousandths never negative, at most {@link #MAX}; 1,500 is one and a half
 */
public record Quantity(long thousandths) implements Comparable<Quantity> {

    /** A billion units: far above any shelf, and small enough that sums of a basket stay exact. */
    public static final long MAX = 1_000_000_000_000L;

    public static final Quantity ZERO = new Quantity(0);

    public Quantity {
        if (thousandths < 0) throw new IllegalArgumentException("a quantity is never negative");
        if (thousandths > MAX) throw new IllegalArgumentException("a quantity is at most 1,000,000,000 units");
    }

    public static Quantity of(long units) {
        return new Quantity(Math.multiplyExact(units, 1_000L));
    }

    /** @throws IllegalArgumentException if the text is no decimal of at most three places, or negative */
    @JsonCreator
    public static Quantity parse(String decimal) {
        return new Quantity(Thousandths.parse(decimal));
    }

    public Quantity plus(Quantity other) {
        return new Quantity(Math.addExact(thousandths, other.thousandths));
    }

    /** @throws IllegalArgumentException if {@code other} is more than this */
    public Quantity minus(Quantity other) {
        return new Quantity(thousandths - other.thousandths);
    }

    public boolean isZero() {
        return thousandths == 0;
    }

    public boolean isMoreThan(Quantity other) {
        return thousandths > other.thousandths;
    }

    public Quantity min(Quantity other) {
        return isMoreThan(other) ? other : this;
    }

    /** This less the other, or nothing where the other is more. */
    public Quantity lessUpTo(Quantity other) {
        return isMoreThan(other) ? minus(other) : ZERO;
    }

    /** Whether the quantity has no more decimal places than its product is counted in (0 to 3). */
    public boolean fits(int decimals) {
        return thousandths % step(decimals) == 0;
    }

    /** The largest quantity that is not more than this and has so many decimal places (0 to 3). */
    public Quantity downTo(int decimals) {
        return new Quantity(thousandths - thousandths % step(decimals));
    }

    private static long step(int decimals) {
        return decimals == 0 ? 1_000 : decimals == 1 ? 100 : decimals == 2 ? 10 : 1;
    }

    public BigDecimal toDecimal() {
        return BigDecimal.valueOf(thousandths, 3);
    }

    @Override
    public int compareTo(Quantity other) {
        return Long.compare(thousandths, other.thousandths);
    }

    @Override
    @JsonValue
    public String toString() {
        return Thousandths.format(thousandths);
    }
}
