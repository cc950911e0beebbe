package org.cartulary.events.sale;

import java.util.List;
import org.cartulary.events.Shape;
import org.cartulary.events.lot.LotPart;

/**
 * The lots from which a tender in points or stored value was paid, so that a return gives back to the very lots.
 *
 * @param tender its number within the sale
 * @param parts in the order in which they were taken, in points or in minor units
 */
public record DrawnTender(int tender, List<LotPart> parts) {

    public DrawnTender {
        parts = Shape.listOf(parts);
    }
}
