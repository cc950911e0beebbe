package org.cartulary.query.trade;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.cartulary.query.kernel.Decimal;
import org.cartulary.query.kernel.Personal;

/** Goods that came back and the money that went for them. Amounts are in minor units of its currency. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Return(
        String returnId,

        @Schema(description = "The position of its event.") long position,

        @Schema(description = "Absent where nobody could name the sale.")
        String sale,

        String receipt,
        String location,
        String channel,
        String country,
        @Personal String customer,
        String currency,
        LocalDate businessDay,
        long netMinor,
        long taxMinor,
        long restockingFeeMinor,
        long cashRoundingMinor,

        @Schema(description = "Whether somebody should look at it.")
        boolean flagged,

        @Schema(description = "Why the policy was waived; absent where it was not.") @Personal
        String overrideReason,

        @Schema(description = "What it did to the customer's points; absent where nothing.")
        Points points,

        Instant occurredAt,
        Instant recordedAt,

        @Schema(description = "Absent in lists.") List<Line> lines,

        @Schema(description = "Absent in lists.") List<Refund> refunds) {

    @Schema(name = "ReturnPoints")
    public record Points(
            @Schema(description = "By how much the spend that counts towards tiers went down.")
            long baseMinor,

            @Schema(description = "Of what the goods had earned.")
            long reversed,

            @Schema(description = "Of what had paid for the goods.")
            long returned) {}

    /** One line with its share of the sale's frozen amounts. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "ReturnedLine")
    public record Line(
            int number,

            @Schema(description = "The line of the sale; absent without a receipt.")
            Integer saleLine,

            String sku,
            Decimal quantity,
            Decimal unitPrice,
            long netMinor,
            long taxMinor,
            String disposition,
            @Personal String reason) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "PaidRefund")
    public record Refund(
            int number,

            @Schema(description = "The number of the sale's tender; absent without a receipt.")
            Integer tender,

            String type,
            long amountMinor,
            @Personal String reference) {}

    Return with(List<Line> lines, List<Refund> refunds) {
        return new Return(
                returnId,
                position,
                sale,
                receipt,
                location,
                channel,
                country,
                customer,
                currency,
                businessDay,
                netMinor,
                taxMinor,
                restockingFeeMinor,
                cashRoundingMinor,
                flagged,
                overrideReason,
                points,
                occurredAt,
                recordedAt,
                lines,
                refunds);
    }
}
