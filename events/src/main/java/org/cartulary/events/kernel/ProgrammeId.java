package org.cartulary.events.kernel;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** A loyalty programme of the retailer, such as {@code CLUB}. */
public record ProgrammeId(@JsonValue String value) implements Comparable<ProgrammeId> {

    public ProgrammeId {
        Identifiers.require("a programme", value, 64);
        CardNumbers.refuseIn(value, "a programme");
    }

    @JsonCreator
    public static ProgrammeId of(String value) {
        return new ProgrammeId(value);
    }

    @Override
    public int compareTo(ProgrammeId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
