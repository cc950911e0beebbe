package org.cartulary.command.location;

import org.cartulary.command.kernel.Rejection;

/** Why a location is refused, in the order in which the rules are asked. */
public enum LocationRejection implements Rejection {
    LOCATION_ALREADY_REGISTERED,
    LOCATION_UNKNOWN
}
