package org.cartulary.command.kernel;

/** An idempotency key was used for two different commands. */
public final class KeyReused extends RuntimeException {

    KeyReused(String detail) {
        super(detail + ": use a new key for a new command", null, false, false);
    }
}
