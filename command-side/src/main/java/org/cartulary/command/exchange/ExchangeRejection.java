package org.cartulary.command.exchange;

import org.cartulary.command.kernel.Rejection;

/** Why an exchange is refused; what is asked of its return comes first, what is asked of its sale last. */
public enum ExchangeRejection implements Rejection {
    /** An even exchange keeps the original price. */
    EXCHANGE_NOT_EVEN,
    /** The sale's tender of type EXCHANGE is not what the goods that come back are worth to it. */
    EXCHANGE_CREDIT_DIFFERS
}
