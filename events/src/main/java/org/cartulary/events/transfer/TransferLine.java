package org.cartulary.events.transfer;

import org.cartulary.events.MayBeAbsent;
import org.cartulary.events.kernel.Quantity;
import org.cartulary.events.kernel.Sku;
import org.cartulary.events.kernel.UnitPrice;

/**
 * Units of one line of a transfer.
 *
 * @param unitCost what one unit is worth on the road, in the currency of the source; absent where nobody said so
 */
public record TransferLine(
        int number, Sku sku, Quantity quantity, @MayBeAbsent UnitPrice unitCost) {

    /** Of units whose worth nobody said. */
    public TransferLine(int number, Sku sku, Quantity quantity) {
        this(number, sku, quantity, null);
    }
}
