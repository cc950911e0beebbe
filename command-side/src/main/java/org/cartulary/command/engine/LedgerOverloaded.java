package org.cartulary.command.engine;

/** More postings wait than the ledger takes in. Nothing of this one is stored: come back a little later. */
public final class LedgerOverloaded extends LedgerFailure {

    LedgerOverloaded() {
        super("more postings wait than the ledger takes in", null, false);
    }

    @Override
    public String code() {
        return "LEDGER_OVERLOADED";
    }
}
