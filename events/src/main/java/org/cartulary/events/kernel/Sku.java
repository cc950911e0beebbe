package org.cartulary.events.kernel;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** The retailer's own number of one sellable variant; case matters. Stock exists only on a SKU. */
public record Sku(@JsonValue String value) implements Comparable<Sku> {

    public Sku {
        Identifiers.require("a SKU", value, 64);
    }

    @JsonCreator
    public static Sku of(String value) {
        return new Sku(value);
    }

    @Override
    public int compareTo(Sku other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
