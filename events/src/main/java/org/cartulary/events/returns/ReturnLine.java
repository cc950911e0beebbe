package org.cartulary.events.returns;

import org.cartulary.events.MayBeAbsent;
import org.cartulary.events.Shape;
import org.cartulary.events.kernel.LocationId;
import org.cartulary.events.kernel.Quantity;
import org.cartulary.events.kernel.Sku;
import org.cartulary.events.kernel.UnitPrice;

/**
 * One line of a return, with the share of the sale's frozen amounts that it gives back, in minor units.
 *
 * @param number counts from 1
 * @param saleLine the line of the sale; absent without a receipt
 * @param stock the location whose stock it joined; absent for a service and for goods not kept on hand
 * @param lowestUnitPrice the lowest price found in the look-back; absent with a receipt, and where there was none
 */
public record ReturnLine(
        int number,
        @MayBeAbsent Integer saleLine,
        Sku sku,
        @MayBeAbsent LocationId stock,
        Quantity quantity,
        UnitPrice unitPrice,
        @MayBeAbsent UnitPrice lowestUnitPrice,
        long netMinor,
        long taxMinor,
        Disposition disposition,
        String reason) {

    public ReturnLine {
        Shape.present(quantity, "lines[].quantity");
    }

    public long grossMinor() {
        return Math.addExact(netMinor, taxMinor);
    }
}
