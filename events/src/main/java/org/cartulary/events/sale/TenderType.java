package org.cartulary.events.sale;

/** Means of payment. Change is given only for cash. */
public enum TenderType {
    CASH,
    CARD,
    WALLET,
    BANK_TRANSFER,
    /** Sold on account: the customer is invoiced. */
    ACCOUNT,
    /** A credit that the retailer owes the customer; what can't go back to another tender becomes one. */
    STORED_CREDIT,
    /** A gift card, by its account. */
    GIFT_CARD,
    /** Points of the customer's in the sale's programme. */
    POINTS,
    /** A manufacturer's coupon, which the manufacturer pays. */
    COUPON,
    /** What goods that come back in the same append are worth. */
    EXCHANGE
}
