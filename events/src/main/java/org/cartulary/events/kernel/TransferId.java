package org.cartulary.events.kernel;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** The identity of one transfer, made by whoever asks for it. Always a UUIDv7. */
public record TransferId(@JsonValue UUID value) implements Comparable<TransferId> {

    public TransferId {
        Uuid7.require("transfer", value);
    }

    @JsonCreator
    public static TransferId of(String value) {
        return new TransferId(Uuid7.parse("transfer", value));
    }

    @Override
    public int compareTo(TransferId other) {
        return value.toString().compareTo(other.value.toString());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
