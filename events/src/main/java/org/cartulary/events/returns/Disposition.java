package org.cartulary.events.returns;

/** What becomes of a returned unit. Only restocked ones are sellable, at the place that received them. */
public enum Disposition {
    RESTOCK,
    QUARANTINE,
    DAMAGED,
    VENDOR,
    DESTROY
}
