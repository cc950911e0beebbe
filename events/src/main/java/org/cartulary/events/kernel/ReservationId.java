package org.cartulary.events.kernel;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** The identity of one reservation, made by the channel. Always a UUIDv7. */
public record ReservationId(@JsonValue UUID value) implements Comparable<ReservationId> {

    public ReservationId {
        Uuid7.require("reservation", value);
    }

    @JsonCreator
    public static ReservationId of(String value) {
        return new ReservationId(Uuid7.parse("reservation", value));
    }

    @Override
    public int compareTo(ReservationId other) {
        return value.toString().compareTo(other.value.toString());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
