package org.cartulary.query.reservation;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.cartulary.query.kernel.Decimal;
import org.cartulary.query.kernel.Personal;

/** Units set aside for an owner. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Reservation(
        String reservation,
        @Personal String owner,
        String channel,

        @Schema(description = "EXPIRED as soon as the time has run out, even before an event says so.")
        Status status,

        @Schema(description = "Absent where it is firm.") Instant expiresAt,

        @Schema(description = "How often it was extended.") int extensions,

        List<Units> units,

        @Schema(description = "The position of the last event that changed it.")
        long position) {

    public enum Status {
        ACTIVE,
        COMMITTED,
        USED,
        RELEASED,
        EXPIRED
    }

    Reservation with(List<Units> units) {
        return new Reservation(reservation, owner, channel, status, expiresAt, extensions, units, position);
    }

    /** Units of one shelf, and how many of them a sale has taken. */
    @Schema(name = "ReservationUnits")
    public record Units(String location, String sku, Decimal quantity, Decimal used) {}
}
