package org.cartulary.events.stock;

/** In which part of the on-hand stock units are; only sellable ones may be sold or held. */
public enum Condition {
    SELLABLE,
    QUARANTINE,
    DAMAGED
}
