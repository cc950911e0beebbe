package org.cartulary.events.kernel;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/**
 * A gift card's code as the ledger knows it: the name of a key, a dot, and the code's HMAC-SHA-256 with that key in hexadecimal.
 * The code itself is money, so it is never written down; without the key nobody finds it by trying all codes.
 */
public record CardCodeHash(@JsonValue String value) {

    private static final Pattern FORM = Pattern.compile("k[0-9a-f]{1,16}\\.[0-9a-f]{64}");

    public CardCodeHash {
        if (value == null || !FORM.matcher(value).matches())
            throw new IllegalArgumentException(
                    "a card code's hash is the name of a key, a dot and 64 hexadecimal digits");
    }

    @JsonCreator
    public static CardCodeHash of(String value) {
        return new CardCodeHash(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
