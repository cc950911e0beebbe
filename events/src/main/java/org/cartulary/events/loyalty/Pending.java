package org.cartulary.events.loyalty;

/** From when earned points can be spent. */
public enum Pending {
    /** At once over the counter; for a shipment after the programme's pending days. */
    HAND_OVER,
    /** On the day after the last on which the goods may come back. */
    RETURN_WINDOW
}
