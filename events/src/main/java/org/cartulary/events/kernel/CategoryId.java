package org.cartulary.events.kernel;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** A category of the assortment, by which points are earned. */
public record CategoryId(@JsonValue String value) implements Comparable<CategoryId> {

    public CategoryId {
        Identifiers.require("a category", value, 64);
        CardNumbers.refuseIn(value, "a category");
    }

    @JsonCreator
    public static CategoryId of(String value) {
        return new CategoryId(value);
    }

    @Override
    public int compareTo(CategoryId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
