package org.cartulary.events.reservation;

/**
 * The limits of a reservation, written into it when it is placed.
 *
 * @param extensions how often it may be extended
 * @param longestSeconds how long one hold or one extension may last, in seconds
 * @param paymentSeconds how long a payment in progress may keep it from expiring, in seconds, once
 */
public record ReservationPolicy(int extensions, long longestSeconds, long paymentSeconds) {

    /** Three extensions, thirty days, a quarter of an hour. */
    public static final ReservationPolicy DEFAULT = new ReservationPolicy(3, 30L * 24 * 3_600, 15 * 60);
}
