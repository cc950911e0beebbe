package org.cartulary.command.storedvalue;

import org.cartulary.command.kernel.Rejection;

/** Why an account of stored value refuses, in the order in which the rules are asked. */
public enum StoredValueRejection implements Rejection {
    STORED_VALUE_ALREADY_OPEN,
    STORED_VALUE_UNKNOWN,
    /** A gift card is no stored credit, and the other way round. */
    STORED_VALUE_OF_OTHER_KIND,
    STORED_VALUE_IN_OTHER_CURRENCY,
    /** Nothing is spent or loaded while the account is blocked. */
    STORED_VALUE_BLOCKED,
    STORED_VALUE_NOT_BLOCKED,
    /** The last day on which the amount could be spent is over already. */
    STORED_VALUE_ALREADY_EXPIRED,
    /** Less can be spent than is asked for; a balance is never negative. */
    NOT_ENOUGH_STORED_VALUE,
    /** No account holds as much. */
    STORED_VALUE_TOO_HIGH,
    /** Only cards have codes. */
    CARD_CODE_NEEDS_GIFT_CARD,
    /** The code names a card already. */
    CARD_CODE_TAKEN
}
