package org.cartulary.events.returns;

import org.cartulary.events.MayBeAbsent;
import org.cartulary.events.Shape;
import org.cartulary.events.kernel.LocationId;
import org.cartulary.events.kernel.Quantity;
import org.cartulary.events.kernel.Sku;
import org.cartulary.events.kernel.UnitPrice;
import org.cartulary.events.sale.LineEarning;

/**
 * One line of a return, with the share of the sale's frozen amounts that it gives back, in minor units.
 *
 * @param number counts from 1
 * @param saleLine the line of the sale; absent without a receipt
 * @param stock the location whose stock it joined; absent for a service and for goods not kept on hand
 * @param earning what is reversed of the earnings of the line sold; absent where it earned nothing
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
        String reason,
        @MayBeAbsent LineEarning earning) {

    public ReturnLine {
        Shape.present(quantity, "lines[].quantity");
    }

    /** Of goods that had earned nothing. */
    public ReturnLine(
            int number,
            Integer saleLine,
            Sku sku,
            LocationId stock,
            Quantity quantity,
            UnitPrice unitPrice,
            UnitPrice lowestUnitPrice,
            long netMinor,
            long taxMinor,
            Disposition disposition,
            String reason) {
        this(
                number,
                saleLine,
                sku,
                stock,
                quantity,
                unitPrice,
                lowestUnitPrice,
                netMinor,
                taxMinor,
                disposition,
                reason,
                null);
    }

    /** The same line, with what it reverses. @param reversed null where the goods had earned nothing */
    public ReturnLine with(LineEarning reversed) {
        return new ReturnLine(
                number,
                saleLine,
                sku,
                stock,
                quantity,
                unitPrice,
                lowestUnitPrice,
                netMinor,
                taxMinor,
                disposition,
                reason,
                reversed);
    }

    public long grossMinor() {
        return Math.addExact(netMinor, taxMinor);
    }
}
