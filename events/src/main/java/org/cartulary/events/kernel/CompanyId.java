package org.cartulary.events.kernel;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** A company of the retailer, as an opaque id. Goods do not change their owner by being moved. */
public record CompanyId(@JsonValue String value) implements Comparable<CompanyId> {

    public CompanyId {
        Identifiers.require("a company", value, 64);
        CardNumbers.refuseIn(value, "a company");
    }

    @JsonCreator
    public static CompanyId of(String value) {
        return new CompanyId(value);
    }

    @Override
    public int compareTo(CompanyId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
