package org.cartulary.events.storedvalue;

/** What an account of stored value is to its holder. */
public enum AccountKind {
    /** Belongs to whoever holds the card. */
    GIFT_CARD,
    /** A credit that the retailer owes a customer, for goods that came back or as goodwill. */
    STORED_CREDIT
}
