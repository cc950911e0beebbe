package org.cartulary.query.storedvalue;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import org.cartulary.query.kernel.Personal;

/** Value that was put on an account or left it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "StoredValueEntry")
public record Entry(
        @Schema(description = "The position of its event.") long position,

        @Personal String account,
        String kind,
        String currency,

        @Schema(description = "SOLD, ISSUED, LOADED, RETURNED, REFUNDED, REDEEMED or EXPIRED")
        String cause,

        @Schema(description = "Negative where value left the account.")
        long changeMinor,

        @Schema(description = "What the account held afterwards.")
        long balanceMinor,

        String location,
        String sale,
        String returnId,

        @Schema(description = "The number of the sale's tender; absent where there is none.")
        Integer tender,

        @Personal String reason,
        LocalDate businessDay,
        Instant occurredAt,
        Instant recordedAt) {}
