package org.cartulary.events.kernel;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Currency;

/** An ISO 4217 code in use, which fixes how many decimal places a minor unit has (JPY 0, EUR 2, KWD 3). */
public record CurrencyCode(@JsonValue String value) {

    public CurrencyCode {
        if (value == null || !isMoney(value))
            throw new IllegalArgumentException("a currency is an ISO 4217 code such as EUR");
    }

    @JsonCreator
    public static CurrencyCode of(String value) {
        return new CurrencyCode(value);
    }

    /** The ISO 4217 exponent: minor units are the currency's unit divided by ten to this power. */
    public int exponent() {
        return Currency.getInstance(value).getDefaultFractionDigits();
    }

    private static boolean isMoney(String code) {
        try {
            return Currency.getInstance(code).getDefaultFractionDigits() >= 0;
        } catch (IllegalArgumentException unknown) {
            return false;
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
