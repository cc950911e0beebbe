package org.cartulary.command.sale;

import org.cartulary.command.kernel.Rejection;

/** Why a sale is refused, in the order in which the rules are asked; the shelves are asked last. */
public enum SaleRejection implements Rejection {
    SALE_ALREADY_RECORDED,
    /** The location trades in another currency. */
    SALE_IN_OTHER_CURRENCY,
    /** A service takes no stock, and no reservation. */
    SERVICE_TAKES_NO_STOCK,
    /** Only a line that sells a gift card loads an account. */
    CARD_ON_OTHER_PRODUCT,
    /** Which account the gift card loads has to be said. */
    CARD_MISSING,
    /** A gift card is sold by the piece, without stock, discount or tax. */
    GIFT_CARD_LINE_NOT_PLAIN,
    DISCOUNT_EXCEEDS_LINE,
    /** The named discounts of a line do not sum to its discount. */
    DISCOUNTS_DIFFER,
    /** Tax bases (and taxes, where prices hold them) do not make up the line. */
    LINE_AMOUNTS_DIFFER,
    TAX_DIFFERS,
    ORDER_DISCOUNT_DIFFERS,
    TOTAL_DIFFERS,
    /** A tender of type EXCHANGE pays only where goods come back in the same append. */
    TENDER_NOT_ACCEPTED,
    /** A gift card or a credit pays by the id of its account. */
    TENDER_WITHOUT_ACCOUNT,
    NON_CASH_EXCEEDS_DUE,
    CASH_ROUNDING_DIFFERS,
    CHANGE_WITHOUT_CASH,
    TENDERS_DO_NOT_SETTLE,
    /** A partial sale works out tax per line, not per document. */
    PARTIAL_NEEDS_TAX_PER_LINE,
    /** A gift card is not bought with another one, a credit, points, a coupon or goods that come back. */
    GIFT_CARD_NEEDS_MONEY,
    SALE_UNKNOWN,
    /** Goods can't come back before they were sold. */
    RETURN_BEFORE_SALE,
    /** The last day on which the goods could come back is over. */
    RETURN_WINDOW_CLOSED,
    /** The sale has no such line. */
    SALE_LINE_UNKNOWN,
    /** A gift card that was sold is money that is owed, and no goods. */
    GIFT_CARD_NOT_RETURNABLE,
    /** More would come back than was sold and has not come back. */
    RETURN_EXCEEDS_SALE,
    /** What is defective is taken back without a fee. */
    RESTOCKING_FEE_ON_DEFECTIVE,
    /** The fee is more than the sound goods were sold for. */
    RESTOCKING_FEE_EXCEEDS_REFUND
}
