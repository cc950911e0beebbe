package org.cartulary.events.json;

/** Stored bytes name an event that this version does not know: an older service reads a newer ledger. */
public final class UnknownEventException extends RuntimeException {

    public UnknownEventException(String message) {
        super(message);
    }
}
