package org.cartulary.command.kernel;

/** Why the ledger refuses before any capability is asked. */
public enum LedgerRejection implements Rejection {
    /** No till was there: {@code occurredAt} lies before 1970, which is what a clock without battery says at worst. */
    OCCURRED_TOO_LONG_AGO,
    /** The channel's clock is ahead: {@code occurredAt} lies further in the future than clocks may differ. */
    OCCURRED_IN_THE_FUTURE,
    /** Another command of the same atomic batch was refused. */
    BATCH_REFUSED
}
