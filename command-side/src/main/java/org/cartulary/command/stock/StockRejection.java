package org.cartulary.command.stock;

import org.cartulary.command.kernel.Rejection;

/** Why a shelf refuses, in the order in which the rules are asked. */
public enum StockRejection implements Rejection {
    /** The caller's belief about the level is out of date. */
    STOCK_LEVEL_CHANGED,
    /** The caller's belief about the safety stock is out of date. */
    SAFETY_STOCK_CHANGED,
    HOLD_ALREADY_EXISTS,
    HOLD_ENDS_BEFORE_IT_BEGINS,
    /** The hold expired, was released or never was. */
    HOLD_NOT_FOUND,
    /** Fewer units are free to the channel than are wanted. */
    NOT_ENOUGH_STOCK,
    /** The shelf would hold more than a quantity can say. */
    STOCK_LEVEL_TOO_HIGH
}
