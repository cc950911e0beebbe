package org.cartulary.events.access;

/** What may be done or seen. A grant gives those of its role; whatever no grant gives is denied. */
public enum Permission {
    /** Sales. */
    SELL,
    RESERVE,
    /** Returns and exchanges. */
    TAKE_BACK,
    /** Enrol customers, give cards their codes, find cards by them. */
    SERVE_CUSTOMERS,
    RECEIVE_GOODS,
    /** Put stock right, and move units between conditions. */
    ADJUST_STOCK,
    /** Ask for, send and receive transfers. */
    MOVE_GOODS,
    /** Agree that goods are moved, and explain what does not arrive. */
    APPROVE_TRANSFERS,
    /** Locations, products, safety stock, and the terms of loyalty programmes. */
    SET_UP,
    /** Points and stored value without a sale; blocks. */
    CORRECT_ACCOUNTS,
    /** Money that moves without goods. */
    POST_MONEY,
    /** Agree to another's command that is beyond his limits. */
    APPROVE_COMMANDS,
    /** Availability, products, locations, reservations and goods on the road. */
    SEE_STOCK,
    /** Sales and returns. */
    SEE_TRADE,
    /** Points and stored value of customers. */
    SEE_CUSTOMERS,
    /** Customer ids, references of tenders and free text wherever they stand. */
    SEE_PERSONAL_DATA,
    /** Figures. */
    SEE_FIGURES,
    /** Events, commands, and the feed. */
    SEE_HISTORY,
    /** Keys and grants. */
    SEE_ACCESS,
    /** Health, metrics, and how far projections are. */
    SEE_OPERATIONS,
    /** Rebuild projections, and whatever else runs the service. */
    OPERATE,
    /** Give and withdraw grants, issue and revoke keys. */
    GRANT
}
