package org.cartulary.events.kernel;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * A GS1 Serial Shipping Container Code, which names one pallet or parcel on its way: 18 digits with a correct check digit.
 * Source: GS1 General Specifications, section 7.9 (check digit).
 */
public record Sscc(@JsonValue String value) implements Comparable<Sscc> {

    public Sscc {
        if (value == null || !value.matches("\\d{18}")) throw new IllegalArgumentException("an SSCC has 18 digits");
        if (checkDigit(value) != value.charAt(17) - '0')
            throw new IllegalArgumentException("the SSCC's check digit should be " + checkDigit(value));
    }

    @JsonCreator
    public static Sscc of(String value) {
        return new Sscc(value);
    }

    /** Weights 3 and 1 from the left over the first seventeen digits. */
    private static int checkDigit(String digits) {
        int sum = 0;
        for (int i = 0; i < 17; i++) sum += (digits.charAt(i) - '0') * (i % 2 == 0 ? 3 : 1);
        return (10 - sum % 10) % 10;
    }

    @Override
    public int compareTo(Sscc other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
