package org.cartulary.events.transfer;

/** Who bears the loss of units that were dispatched and never arrived. */
public enum LossOwner {
    SOURCE,
    CARRIER,
    DESTINATION
}
