package org.cartulary.command.kernel;

/** Other postings on the same things stood in the way for too long: nothing was decided, and the command may be sent again. */
public final class LedgerBusy extends RuntimeException {

    private LedgerBusy(String message) {
        super(message + ": send the command again", null, false, false);
    }

    /** Other postings were stored first, again and again. */
    static LedgerBusy outrun() {
        return new LedgerBusy("other postings on the same stock or account came first");
    }
}
