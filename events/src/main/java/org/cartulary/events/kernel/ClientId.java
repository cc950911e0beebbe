package org.cartulary.events.kernel;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Who sends commands: the idempotency keys of one client never meet those of another. */
public record ClientId(@JsonValue String value) implements Comparable<ClientId> {

    public ClientId {
        Identifiers.require("a client", value, 64);
        CardNumbers.refuseIn(value, "a client");
    }

    @JsonCreator
    public static ClientId of(String value) {
        return new ClientId(value);
    }

    @Override
    public int compareTo(ClientId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
