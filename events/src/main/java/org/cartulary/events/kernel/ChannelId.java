package org.cartulary.events.kernel;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** A way to the customer: web shop, marketplace, till, self-scan. */
public record ChannelId(@JsonValue String value) implements Comparable<ChannelId> {

    public ChannelId {
        Identifiers.require("a channel", value, 32);
        CardNumbers.refuseIn(value, "a channel");
    }

    @JsonCreator
    public static ChannelId of(String value) {
        return new ChannelId(value);
    }

    @Override
    public int compareTo(ChannelId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
