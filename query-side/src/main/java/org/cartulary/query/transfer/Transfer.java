package org.cartulary.query.transfer;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.cartulary.query.kernel.Decimal;

/** Goods that move from one location to another. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Transfer(
        String transfer,
        String source,
        String destination,
        Status status,
        String reason,
        String carrier,

        @Schema(description = "The pallet or parcel that holds the goods.")
        String sscc,

        @Schema(description = "The date on which they should arrive, as last said.")
        LocalDate expectedOn,

        Instant requestedAt,

        @Schema(description = "Absent until the goods have left.")
        Instant dispatchedAt,

        @Schema(description = "When it was closed or cancelled; absent while it is open.")
        Instant endedAt,

        @Schema(
                description = "For how many seconds the goods have been on their way, or else it has been asked for;"
                        + " absent once it is closed or cancelled.")
        Long ageSeconds,

        List<Line> lines,

        @Schema(description = "Who bears the loss of which units; absent in lists.")
        List<Loss> losses,

        @Schema(description = "The position of the last event that changed it.")
        long position) {

    public enum Status {
        REQUESTED,
        APPROVED,
        DISPATCHED,
        CLOSED,
        CANCELLED
    }

    Transfer with(List<Line> lines) {
        return with(lines, null);
    }

    Transfer with(List<Line> lines, List<Loss> losses) {
        return new Transfer(
                transfer,
                source,
                destination,
                status,
                reason,
                carrier,
                sscc,
                expectedOn,
                requestedAt,
                dispatchedAt,
                endedAt,
                ageSeconds,
                lines,
                losses,
                position);
    }

    /** One line: what was dispatched is received, damaged, lost, returned or in transit; a surplus is beyond it. */
    @Schema(name = "MovedLine")
    public record Line(
            int number,
            String sku,
            Decimal requested,
            Decimal dispatched,
            Decimal received,
            Decimal damaged,
            Decimal lost,
            Decimal returned,
            Decimal surplus,
            Decimal inTransit) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "LossInTransit")
    public record Loss(
            @Schema(description = "The number of the line.") int number,

            String sku,
            Decimal quantity,

            @Schema(description = "SOURCE, CARRIER or DESTINATION.")
            String owner,

            String reason,
            Instant occurredAt,

            @Schema(description = "The position of the event.")
            long position) {}
}
