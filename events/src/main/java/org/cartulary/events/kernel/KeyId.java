package org.cartulary.events.kernel;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/** By what a key is found, without its secret: twelve small letters and digits, which stand at the beginning of the key itself. */
public record KeyId(@JsonValue String value) {

    private static final Pattern FORM = Pattern.compile("[a-z0-9]{12}");

    public KeyId {
        if (value == null || !FORM.matcher(value).matches())
            throw new IllegalArgumentException("key is the twelve small letters and digits after ctly_");
    }

    @JsonCreator
    public static KeyId of(String value) {
        return new KeyId(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
