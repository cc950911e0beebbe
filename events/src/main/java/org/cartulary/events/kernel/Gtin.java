package org.cartulary.events.kernel;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * A GS1 Global Trade Item Number of 8, 12, 13 or 14 digits with a correct check digit, kept in its 14-digit form so that
 * one item has one number. Source: GS1 General Specifications, section 7.9 (check digit).
 */
public record Gtin(@JsonValue String value) implements Comparable<Gtin> {

    public Gtin {
        if (value == null || !value.matches("\\d{8}|\\d{12,14}"))
            throw new IllegalArgumentException("a GTIN has 8, 12, 13 or 14 digits");
        value = "0".repeat(14 - value.length()) + value;
        if (checkDigit(value) != value.charAt(13) - '0')
            throw new IllegalArgumentException("the GTIN's check digit should be " + checkDigit(value));
    }

    @JsonCreator
    public static Gtin of(String value) {
        return new Gtin(value);
    }

    /** Weights 3 and 1 from the left over the first thirteen digits. */
    private static int checkDigit(String digits) {
        int sum = 0;
        for (int i = 0; i < 13; i++) sum += (digits.charAt(i) - '0') * (i % 2 == 0 ? 3 : 1);
        return (10 - sum % 10) % 10;
    }

    @Override
    public int compareTo(Gtin other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
