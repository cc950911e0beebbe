package org.cartulary.command.engine;

/** A posting got no answer of the ledger for a reason that lies in the machinery. The code is stable. */
public abstract sealed class LedgerFailure extends RuntimeException
        permits LedgerOverloaded, LedgerUnavailable, PostingUnstorable {

    LedgerFailure(String message, Throwable cause, boolean withStackTrace) {
        super(message, cause, false, withStackTrace);
    }

    public abstract String code();
}
