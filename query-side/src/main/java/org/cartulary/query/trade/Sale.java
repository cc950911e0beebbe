package org.cartulary.query.trade;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.cartulary.query.kernel.Decimal;
import org.cartulary.query.kernel.Personal;

/** A settled sale. Amounts are in minor units of its currency. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Sale(
        String sale,

        @Schema(description = "The position of its event.") long position,

        String receipt,
        String location,
        String channel,
        String country,
        @Personal String customer,
        String currency,
        LocalDate businessDay,
        long netMinor,
        long taxMinor,

        @Schema(description = "What gift cards were sold for, which is no revenue.")
        long storedValueMinor,

        @Schema(
                description =
                        "netMinor + taxMinor + storedValueMinor; sum(tenders) - changeMinor = totalMinor + cashRoundingMinor")
        long totalMinor,

        long changeMinor,
        long cashRoundingMinor,

        @Schema(description = "COUNTER or SHIPMENT") String handover,

        @Schema(description = "What it earned and spent in a loyalty programme; absent outside one.")
        Points points,

        Instant occurredAt,
        Instant recordedAt,

        @Schema(description = "Absent in lists.") List<Line> lines,

        @Schema(description = "Absent in lists.") List<Tender> tenders) {

    @Schema(name = "SalePoints")
    public record Points(
            String programme,

            @Schema(description = "The net amount that earns, without what was paid in points.")
            long baseMinor,

            long earned,
            long spent) {}

    /** One line as it was sold, and what of it came back since. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "SoldLine")
    public record Line(
            int number,
            String sku,

            @Schema(description = "The location whose stock it took; absent for a service.")
            String stock,

            Decimal quantity,
            Decimal unitPrice,
            long discountMinor,

            @Schema(description = "Why discountMinor was given; absent where nothing was said.")
            List<Discount> discounts,

            long orderDiscountMinor,
            long netMinor,
            long taxMinor,
            List<Tax> taxes,

            @Schema(description = "Units that came back, over all channels and locations.")
            Decimal returned,

            long returnedNetMinor,
            long returnedTaxMinor,

            @Schema(description = "quantity - returned; a gift card does not come back")
            Decimal returnable,

            @Schema(description = "The account that a gift card's line loaded; else absent.") @Personal
            String storedValue) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "SoldDiscount")
    public record Discount(
            @Schema(description = "LOYALTY, COUPON (the retailer's own), PROMOTION or MARKDOWN")
            String kind,

            long amountMinor,

            @Schema(description = "The coupon's, promotion's or programme's number; may be absent.") @Personal
            String reference) {}

    @Schema(name = "SoldTax")
    public record Tax(
            String code,

            @Schema(description = "Millionths: 200000 is 20 %.")
            int ratePpm,

            long baseMinor,
            long taxMinor) {}

    /** What was given for it, and what of that went back. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "SaleTender")
    public record Tender(
            int number,
            String type,
            long amountMinor,
            long refundedMinor,
            @Personal String reference,
            @Personal String lastFour) {}

    Sale with(List<Line> lines, List<Tender> tenders) {
        return new Sale(
                sale,
                position,
                receipt,
                location,
                channel,
                country,
                customer,
                currency,
                businessDay,
                netMinor,
                taxMinor,
                storedValueMinor,
                totalMinor,
                changeMinor,
                cashRoundingMinor,
                handover,
                points,
                occurredAt,
                recordedAt,
                lines,
                tenders);
    }
}
