package org.cartulary.events.kernel;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** The identity of one grant to one client, made by whoever gives it. Always a UUIDv7. */
public record GrantId(@JsonValue UUID value) {

    public GrantId {
        Uuid7.require("grant", value);
    }

    @JsonCreator
    public static GrantId of(String value) {
        return new GrantId(Uuid7.parse("grant", value));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
