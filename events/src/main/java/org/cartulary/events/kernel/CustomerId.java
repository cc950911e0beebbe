package org.cartulary.events.kernel;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** A customer, as an opaque id: it says nothing about the person, and no event says more. */
public record CustomerId(@JsonValue String value) implements Comparable<CustomerId> {

    public CustomerId {
        Identifiers.require("a customer", value, 64);
        CardNumbers.refuseIn(value, "a customer");
    }

    @JsonCreator
    public static CustomerId of(String value) {
        return new CustomerId(value);
    }

    @Override
    public int compareTo(CustomerId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
