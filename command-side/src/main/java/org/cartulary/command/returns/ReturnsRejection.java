package org.cartulary.command.returns;

import org.cartulary.command.kernel.Rejection;

/** Why a return is refused, in the order in which the rules are asked; the sale's own reasons stand with the sale. */
public enum ReturnsRejection implements Rejection {
    RETURN_ALREADY_RECORDED,
    /** The receiving location trades in another currency than the sale. */
    RETURN_IN_OTHER_CURRENCY,
    /** What was not paid in cash goes back in cash only by an override. */
    CASH_NEEDS_OVERRIDE,
    /** Without a receipt, the customer's identity is needed. */
    IDENTITY_NEEDED,
    /** More tax than money would go back. */
    TAX_EXCEEDS_REFUND,
    /** No sale of the product in the look-back. */
    NO_PRICE_IN_LOOK_BACK,
    /** More than the lowest price in the look-back is asked for. */
    PRICE_ABOVE_LOWEST,
    /** The customer has had as much without receipts as the policy grants. */
    CAP_WITHOUT_RECEIPT_REACHED
}
