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

    static LedgerUnavailable unknown(String message, Throwable cause) {
        return new LedgerUnavailable(message + "; whether this posting is stored is not known", true, cause);
    }

    /** Whether the posting may be stored all the same; where not, it certainly is not. */
    public boolean outcomeUnknown() {
        return outcomeUnknown;
    }

    @Override
    public String code() {
        return "ledger.unavailable";
    }
}
