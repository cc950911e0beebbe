package org.cartulary.command.kernel;

/** Other postings were stored first, again and again: nothing was decided, and the command may be sent again. */
public final class LedgerBusy extends RuntimeException {

    LedgerBusy() {
        super("other postings on the same stock or account came first: send the command again", null, false, false);
    }
}
