package org.cartulary.command.engine;

/** The database did not answer in time. Send the same command with the same key again: it is executed at most once. */
public final class LedgerUnavailable extends LedgerFailure {

    private final boolean outcomeUnknown;

    private LedgerUnavailable(String message, boolean outcomeUnknown, Throwable cause) {
        super(message, cause, false);
        this.outcomeUnknown = outcomeUnknown;
    }

    static LedgerUnavailable notStored(String message) {
        return new LedgerUnavailable(message + "; nothing of this posting is stored", false, null);
    }

    /** The ledger could not be read, so nothing was decided anew. */
    public static LedgerUnavailable notRead(Throwable cause) {
        return new LedgerUnavailable(
                "the database does not answer; send the command again with the same key", false, cause);
    }

    static LedgerUnavailable unknown(String message, Throwable cause) {
        return new LedgerUnavailable(message + "; whether this posting is stored is not known", true, cause);
    }

    /** Whether the posting may be stored all the same; where not, it certainly is not. */
    public boolean outcomeUnknown() {
        return outcomeUnknown;
    }

    @Override
    public String code() {
        return "LEDGER_UNAVAILABLE";
    }
}
