package org.cartulary.query.trade;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigInteger;
import org.cartulary.query.kernel.Decimal;
import org.cartulary.query.kernel.Personal;

/** What was sold and came back in one period, of what it is grouped by, in one currency. Amounts are in minor units. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Figure(
        @Schema(description = "Counts from 1 in each currency; only in a list of the top.")
        Integer rank,

        @Schema(description = "A day (2026-03-01) or a month (2026-03); absent for the total.")
        String period,

        String channel,
        String location,
        String country,
        String sku,
        @Personal String customer,
        String currency,
        BigInteger grossMinor,
        BigInteger returnedMinor,

        @Schema(description = "grossMinor - returnedMinor") BigInteger netMinor,

        BigInteger taxMinor,

        @Schema(description = "What was taken off the lines of sales, by what granted it.")
        Discounts discounts,

        @Schema(description = "Only in figures of SKUs, in the SKU's unit.")
        Decimal sold,

        @Schema(description = "Only in figures of SKUs, in the SKU's unit.")
        Decimal returned,

        @Schema(description = "Not in figures of SKUs.") Totals totals,

        @Schema(
                description =
                        "Where the events are listed of which netMinor is the sum; `measure=gross`, `returned`, `tax`,"
                                + " `loyaltyDiscount`, `couponDiscount`, `promotionDiscount`, `markdownDiscount`,"
                                + " `couponTenders`, `adjusted`, `restockingFee` or `cashRounding` there lists those of"
                                + " the other figures.")
        String positions) {

    Figure ranked(int place) {
        return new Figure(
                place,
                period,
                channel,
                location,
                country,
                sku,
                customer,
                currency,
                grossMinor,
                returnedMinor,
                netMinor,
                taxMinor,
                discounts,
                sold,
                returned,
                totals,
                positions);
    }

    /** Only discounts of which a reason was told; a return takes nothing from them. */
    @Schema(name = "FigureDiscounts")
    public record Discounts(
            BigInteger loyaltyDiscountMinor,

            @Schema(description = "By coupons of the retailer's own.")
            BigInteger couponDiscountMinor,

            BigInteger promotionDiscountMinor,
            BigInteger markdownDiscountMinor) {}

    /** What is known of whole sales and returns only, and not of their lines. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "FigureTotals")
    public record Totals(
            @Schema(description = "How many sales.") int sales,

            @Schema(description = "How many returns.") int returns,

            @Schema(description = "Not in figures of customers, of whom adjustments know nothing.")
            BigInteger adjustedMinor,

            BigInteger restockingFeeMinor,
            BigInteger cashRoundingMinor,

            @Schema(description = "What customers paid with coupons of manufacturers.")
            BigInteger couponTendersMinor) {}
}
