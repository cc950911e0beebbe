package org.cartulary.query.stock;

import io.swagger.v3.oas.annotations.media.Schema;
import org.cartulary.query.kernel.Decimal;

/** What one SKU has at one location, and what a channel may sell of it. Quantities are in the product's unit. */
public record Availability(
        String sku,
        String location,

        @Schema(description = "sellable + quarantine + damaged")
        Decimal onHand,

        Decimal sellable,
        Decimal quarantine,
        Decimal damaged,

        @Schema(description = "Kept by live holds; an expired hold counts as free at once.")
        Decimal reserved,

        @Schema(description = "Kept back from the channel; 0 where no channel was asked for.")
        Decimal safety,

        @Schema(description = "max(0, sellable - reserved - safety)")
        Decimal availableToSell,

        @Schema(description = "The position of the last event that changed this shelf.")
        long position) {

    static Availability of(String sku, String location, Units units, Decimal reserved, Decimal safety, long position) {
        return new Availability(
                sku,
                location,
                units.sellable().plus(units.quarantine()).plus(units.damaged()),
                units.sellable(),
                units.quarantine(),
                units.damaged(),
                reserved,
                safety,
                units.sellable().minus(reserved).minus(safety).orZero(),
                position);
    }

    /** Units on hand by condition. */
    record Units(Decimal sellable, Decimal quarantine, Decimal damaged) {}
}
