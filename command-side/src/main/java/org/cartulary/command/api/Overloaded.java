package org.cartulary.command.api;

/** More is asked for than the service takes in at once. Nothing was decided. */
final class Overloaded extends RuntimeException {

    Overloaded() {
        super("more commands wait than the ledger takes in; nothing was decided", null, false, false);
    }
}
