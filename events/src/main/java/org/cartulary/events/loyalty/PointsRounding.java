package org.cartulary.events.loyalty;

/** How the points of a whole sale become a whole number. */
public enum PointsRounding {
    FLOOR,
    HALF_UP
}
