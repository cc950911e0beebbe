package org.cartulary.command.finance;

import org.cartulary.command.kernel.Rejection;

/** Why an adjustment is refused, in the order in which the rules are asked. */
public enum FinanceRejection implements Rejection {
    ADJUSTMENT_ALREADY_RECORDED,
    /** The location trades in another currency. */
    ADJUSTMENT_IN_OTHER_CURRENCY
}
