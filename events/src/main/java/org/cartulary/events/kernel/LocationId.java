package org.cartulary.events.kernel;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** A place that keeps stock or sells: a shop, a warehouse, a web shop's fulfilment centre. May be its GLN. */
public record LocationId(@JsonValue String value) implements Comparable<LocationId> {

    public LocationId {
        Identifiers.require("a location", value, 32);
    }

    @JsonCreator
    public static LocationId of(String value) {
        return new LocationId(value);
    }

    @Override
    public int compareTo(LocationId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
