package org.cartulary.events.storedvalue;

/** Why an account was loaded. */
public enum LoadCause {
    /** A sale's line sold it. */
    SOLD,
    /** The account was opened with it, without a sale. */
    ISSUED,
    /** It was added later, without a sale. */
    LOADED,
    /** Goods came back, and their refund became stored credit. */
    RETURNED
}
