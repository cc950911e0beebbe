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
    STORED_CREDIT
}
