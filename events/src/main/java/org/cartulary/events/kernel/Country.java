package org.cartulary.events.kernel;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/** An ISO 3166-1 alpha-2 code, user-assigned ones included (XA to XZ, ZZ for unknown). */
public record Country(@JsonValue String value) {

    private static final Pattern CODE = Pattern.compile("[A-Z]{2}");

    public Country {
        if (value == null || !CODE.matcher(value).matches())
            throw new IllegalArgumentException("a country is an ISO 3166-1 code of two capital letters");
    }

    @JsonCreator
    public static Country of(String value) {
        return new Country(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
