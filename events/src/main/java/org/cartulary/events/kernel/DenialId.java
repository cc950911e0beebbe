package org.cartulary.events.kernel;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** The identity of one denial, made by the service that denies. Always a UUIDv7. */
public record DenialId(@JsonValue UUID value) {

    public DenialId {
        Uuid7.require("denial", value);
    }

    @JsonCreator
    public static DenialId of(String value) {
        return new DenialId(Uuid7.parse("denial", value));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
