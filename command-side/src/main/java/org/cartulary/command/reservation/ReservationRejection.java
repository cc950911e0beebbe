package org.cartulary.command.reservation;

import org.cartulary.command.kernel.Rejection;

/** Why a reservation refuses, in the order in which the rules are asked. */
public enum ReservationRejection implements Rejection {
    RESERVATION_ALREADY_PLACED,
    RESERVATION_UNKNOWN,
    /** Only its owner may use, extend, commit or release it. */
    RESERVATION_OF_ANOTHER_OWNER,
    RESERVATION_RELEASED,
    RESERVATION_EXPIRED,
    /** All of its units went into sales. */
    RESERVATION_USED_UP,
    /** It is firm and no longer expires. */
    RESERVATION_ALREADY_COMMITTED,
    RESERVATION_ENDS_BEFORE_IT_BEGINS,
    RESERVATION_TOO_LONG,
    /** The new end is not later than the present one. */
    EXTENSION_ENDS_NO_LATER,
    TOO_MANY_EXTENSIONS,
    PAYMENT_ALREADY_STARTED,
    /** The sale asks for units that the reservation does not hold. */
    RESERVATION_HOLDS_LESS
}
