package org.cartulary.events.kernel;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** The identity of one sale, made by the channel. Always a UUIDv7. */
public record SaleId(@JsonValue UUID value) implements Comparable<SaleId> {

    public SaleId {
        Uuid7.require("sale", value);
    }

    @JsonCreator
    public static SaleId of(String value) {
        return new SaleId(Uuid7.parse("sale", value));
    }

    @Override
    public int compareTo(SaleId other) {
        return value.toString().compareTo(other.value.toString());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
