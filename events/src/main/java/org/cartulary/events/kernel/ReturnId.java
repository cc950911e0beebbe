package org.cartulary.events.kernel;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** The identity of one return, made by the channel. Always a UUIDv7. */
public record ReturnId(@JsonValue UUID value) implements Comparable<ReturnId> {

    public ReturnId {
        Uuid7.require("return", value);
    }

    @JsonCreator
    public static ReturnId of(String value) {
        return new ReturnId(Uuid7.parse("return", value));
    }

    @Override
    public int compareTo(ReturnId other) {
        return value.toString().compareTo(other.value.toString());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
