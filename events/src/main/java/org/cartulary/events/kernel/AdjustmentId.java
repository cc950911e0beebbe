package org.cartulary.events.kernel;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** The identity of one financial adjustment, made by whoever records it. Always a UUIDv7. */
public record AdjustmentId(@JsonValue UUID value) implements Comparable<AdjustmentId> {

    public AdjustmentId {
        Uuid7.require("adjustment", value);
    }

    @JsonCreator
    public static AdjustmentId of(String value) {
        return new AdjustmentId(Uuid7.parse("adjustment", value));
    }

    @Override
    public int compareTo(AdjustmentId other) {
        return value.toString().compareTo(other.value.toString());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
