package org.cartulary.events.kernel;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** The identity of the approval of one command, made by whoever approves. Always a UUIDv7. */
public record ApprovalId(@JsonValue UUID value) {

    public ApprovalId {
        Uuid7.require("approval", value);
    }

    @JsonCreator
    public static ApprovalId of(String value) {
        return new ApprovalId(Uuid7.parse("approval", value));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
