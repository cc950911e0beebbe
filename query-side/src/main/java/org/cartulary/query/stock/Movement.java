package org.cartulary.query.stock;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.cartulary.query.kernel.Decimal;
import org.cartulary.query.kernel.Personal;

/** One change of a shelf and its balances after it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Movement(
        @Schema(description = "The position of the event.") long position,

        @Schema(description = "Tells the movements of one event apart.")
        int part,

        String location,
        String sku,

        @Schema(description = "What happened, by the event's name.", example = "GoodsReceived")
        String kind,

        @Schema(description = "What changed: SELLABLE, QUARANTINE, DAMAGED or RESERVED.")
        String condition,

        @Schema(description = "Negative where there are fewer.")
        Decimal change,

        Balance after,

        @Schema(description = "The delivery, sale, return, reservation or transfer.")
        String reference,

        @Personal String reason,

        @Schema(description = "The stream of the command's record.") @Personal
        String command,

        @Personal String actor,
        String channel,
        Instant occurredAt,
        Instant recordedAt) {

    /** The shelf after the movement. */
    @Schema(name = "MovementBalance")
    public record Balance(Decimal sellable, Decimal quarantine, Decimal damaged, Decimal reserved) {}
}
