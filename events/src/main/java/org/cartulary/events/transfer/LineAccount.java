package org.cartulary.events.transfer;

import org.cartulary.events.kernel.Quantity;
import org.cartulary.events.kernel.Sku;

/**
 * What became of the units of one line. Whatever of the dispatched units is not explained yet is in transit.
 *
 * @param received units that arrived sound
 * @param damaged units that arrived damaged
 * @param lost units that will not arrive, whose loss somebody bears
 * @param returned units that are back at the source
 * @param surplus units found that nobody had dispatched
 */
public record LineAccount(
        int number,
        Sku sku,
        Quantity dispatched,
        Quantity received,
        Quantity damaged,
        Quantity lost,
        Quantity returned,
        Quantity surplus) {

    /** Nothing has been received, lost or returned yet. */
    public static LineAccount of(int number, Sku sku, Quantity quantity) {
        var none = Quantity.ZERO;
        return new LineAccount(number, sku, quantity, none, none, none, none, none);
    }

    /** Dispatched, and neither received nor lost nor returned. */
    public Quantity inTransit() {
        return dispatched.minus(received).minus(damaged).minus(lost).minus(returned);
    }

    public LineAccount arrived(Quantity sound, Quantity broken, Quantity found) {
        return new LineAccount(
                number,
                sku,
                dispatched,
                received.plus(sound),
                damaged.plus(broken),
                lost,
                returned,
                surplus.plus(found));
    }

    public LineAccount lose(Quantity quantity) {
        return new LineAccount(number, sku, dispatched, received, damaged, lost.plus(quantity), returned, surplus);
    }

    public LineAccount takeBack(Quantity quantity) {
        return new LineAccount(number, sku, dispatched, received, damaged, lost, returned.plus(quantity), surplus);
    }
}
