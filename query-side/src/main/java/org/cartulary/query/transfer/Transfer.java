package org.cartulary.query.transfer;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.cartulary.events.kernel.CurrencyCode;
import org.cartulary.events.kernel.Quantity;
import org.cartulary.events.kernel.UnitPrice;
import org.cartulary.query.kernel.Decimal;
import org.cartulary.query.kernel.Personal;

/** Goods that move from one location to another. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Transfer(
        String transfer,
        String source,
        String destination,
        Status status,
        @Personal String reason,
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

        @Schema(description = "Of the source, and of the value.")
        String currency,

        @Schema(
                description = "What is in transit is worth, in minor units, each line rounded half up; until it has"
                        + " left, what was asked for. Absent where a line has no cost, and once it is closed or"
                        + " cancelled.")
        Long valueMinor,

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
                currency,
                valueOf(lines),
                lines,
                losses,
                position);
    }

    /** Null where it can't be said, or there is nothing on the way. */
    private Long valueOf(List<Line> lines) {
        if (endedAt != null || lines.stream().anyMatch(line -> line.unitCost() == null)) return null;
        return lines.stream()
                .mapToLong(line -> line.worth(dispatchedAt == null ? line.requested() : line.inTransit(), currency))
                .sum();
    }

    /** One line: what was dispatched is received, damaged, lost, returned or in transit; a surplus is beyond it. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
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
            Decimal inTransit,

            @Schema(description = "What one unit is worth; absent where nobody said so.")
            Decimal unitCost) {

        long worth(Decimal units, String currency) {
            return new UnitPrice(unitCost.value())
                    .amountMinor(Quantity.parse(units.toString()), CurrencyCode.of(currency));
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "LossInTransit")
    public record Loss(
            @Schema(description = "The number of the line.") int number,

            String sku,
            Decimal quantity,

            @Schema(description = "SOURCE, CARRIER or DESTINATION.")
            String owner,

            @Personal String reason,
            Instant occurredAt,

            @Schema(description = "The position of the event.")
            long position) {}
}
