package org.cartulary.query.loyalty;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import org.cartulary.query.kernel.Everywhere;
import org.cartulary.query.kernel.Personal;

/** One line of a statement of points. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PointsEntry(
        @Schema(description = "The position of its event.") long position,

        @Schema(description = "EARNED, REDEEMED, GRANTED, WITHDRAWN, REVERSED, RETURNED or EXPIRED")
        String kind,

        @Schema(description = "By which the balance changed.")
        long points,

        @Schema(description = "After it.") long balance,

        @Schema(description = "After it.") long owed,

        LocalDate businessDay,
        @Everywhere String sale,
        @Everywhere String returnId,

        @Schema(description = "The number of the sale's tender that the points paid.")
        Integer tender,

        @Personal @Everywhere String reason,

        @Schema(description = "The number of the programme's terms that decided.")
        Integer terms,

        Instant occurredAt,
        Instant recordedAt) {}
