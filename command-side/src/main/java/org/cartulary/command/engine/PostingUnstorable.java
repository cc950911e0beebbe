package org.cartulary.command.engine;

/** The database refuses this posting for what it holds, and always will. Nothing of it is stored; the cause says why. */
public final class PostingUnstorable extends LedgerFailure {

    PostingUnstorable(Throwable cause) {
        super("the database refuses to store this posting: " + cause.getMessage(), cause, true);
    }

    @Override
    public String code() {
        return "ledger.unstorable";
    }
}
