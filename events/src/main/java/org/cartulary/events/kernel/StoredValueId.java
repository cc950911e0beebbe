package org.cartulary.events.kernel;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** The identity of one account of stored value, a gift card's or a credit's. Never the code on a card. Always a UUIDv7. */
public record StoredValueId(@JsonValue UUID value) implements Comparable<StoredValueId> {

    public StoredValueId {
        Uuid7.require("stored value account", value);
    }

    @JsonCreator
    public static StoredValueId of(String value) {
        return new StoredValueId(Uuid7.parse("stored value account", value));
    }

    @Override
    public int compareTo(StoredValueId other) {
        return value.toString().compareTo(other.value.toString());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
