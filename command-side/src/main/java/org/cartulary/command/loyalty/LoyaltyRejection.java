package org.cartulary.command.loyalty;

import org.cartulary.command.kernel.Rejection;

/** Why a programme or an account of points refuses, in the order in which the rules are asked. */
public enum LoyaltyRejection implements Rejection {
    PROGRAMME_UNKNOWN,
    /** Days and amounts that are recorded would change their meaning. */
    PROGRAMME_ZONE_FIXED,
    PROGRAMME_CURRENCY_FIXED,
    /** Later terms are set already, and what they decided stands. */
    TERMS_BEFORE_LAST,
    /** The programme's first terms begin later. */
    PROGRAMME_NOT_IN_FORCE,
    /** The programme earns and redeems in another currency. */
    PROGRAMME_IN_OTHER_CURRENCY,
    CUSTOMER_ALREADY_ENROLLED,
    CUSTOMER_NOT_ENROLLED,
    /** The balance is negative, because points were reversed that had been spent. */
    POINTS_OWED,
    /** The tender is no whole number of points. */
    POINTS_NOT_WHOLE,
    /** The programme redeems no fewer points in one sale. */
    POINTS_BELOW_MINIMUM,
    /** Fewer points can be spent today; what is pending or expired can't. */
    NOT_ENOUGH_POINTS,
    ADJUSTMENT_EXCEEDS_LIMIT,
    /** More would be withdrawn than there is: the balance becomes negative only by a reversal. */
    ADJUSTMENT_EXCEEDS_BALANCE
}
