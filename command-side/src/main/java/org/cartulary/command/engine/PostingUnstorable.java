package org.cartulary.command.engine;

/** The database refuses this posting for what it holds, and always will. Nothing of it is stored; the cause says why. */
public final class PostingUnstorable extends LedgerFailure {

    PostingUnstorable(Throwable cause) {
        super("the database refuses to store this posting: " + reason(cause), cause, true);
    }

    /** The first line only: PostgreSQL shows the refused row in those that follow. */
    static String reason(Throwable failure) {
        return String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
    }

    @Override
    public String code() {
        return "POSTING_UNSTORABLE";
    }
}
