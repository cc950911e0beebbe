package org.cartulary.projection.kernel;

/** Somebody asked for a projection that does not exist. */
public final class UnknownProjectionException extends RuntimeException {

    public UnknownProjectionException(String message) {
        super(message, null, false, false);
    }
}
