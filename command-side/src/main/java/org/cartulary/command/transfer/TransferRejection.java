package org.cartulary.command.transfer;

import org.cartulary.command.kernel.Rejection;

/** Why a transfer refuses, in the order in which the rules are asked. */
public enum TransferRejection implements Rejection {
    TRANSFER_ALREADY_REQUESTED,
    /** The goods would change their owner: that is a sale between companies. */
    TRANSFER_ACROSS_COMPANIES,
    /** The two locations trade in different currencies. */
    TRANSFER_ACROSS_CURRENCIES,
    TRANSFER_UNKNOWN,
    TRANSFER_CANCELLED,
    TRANSFER_ALREADY_APPROVED,
    /** Somebody has to approve it first. */
    TRANSFER_NOT_APPROVED,
    /** The goods have left: what is in transit is received, lost or returned, never cancelled. */
    TRANSFER_ALREADY_DISPATCHED,
    TRANSFER_NOT_DISPATCHED,
    /** Every unit is explained already. */
    TRANSFER_ALREADY_CLOSED,
    TRANSFER_LINE_UNKNOWN,
    /** More would leave than was requested. */
    DISPATCH_EXCEEDS_REQUEST,
    /** More would be received, lost and returned than is in transit; what is found beyond that is a surplus. */
    RECEIPT_EXCEEDS_DISPATCH,
    /** A surplus is what is found when no unit of its line is in transit any more. */
    SURPLUS_BEFORE_REST,
    /** Somebody bears the loss of what does not arrive: source, carrier or destination. */
    LOSS_WITHOUT_OWNER
}
