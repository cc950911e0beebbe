package org.cartulary.query.kernel;

import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;

/** An exact decimal: a quantity or a unit price. In JSON it is a string such as {@code "1.5"}, as short as possible. */
public record Decimal(BigDecimal value) implements Comparable<Decimal> {

    public static final Decimal ZERO = new Decimal(BigDecimal.ZERO);

    public Decimal plus(Decimal other) {
        return new Decimal(value.add(other.value));
    }

    public Decimal minus(Decimal other) {
        return new Decimal(value.subtract(other.value));
    }

    /** This, or nothing where it is below zero. */
    public Decimal orZero() {
        return value.signum() < 0 ? ZERO : this;
    }

    @Override
    public int compareTo(Decimal other) {
        return value.compareTo(other.value);
    }

    @Override
    @JsonValue
    public String toString() {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }
}
