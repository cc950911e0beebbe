package org.cartulary.command.kernel;

/** The same command is being decided right now; its answer will be there in a moment. */
public final class CommandInFlight extends RuntimeException {

    CommandInFlight(String record) {
        super(record + " is being decided: send it again in a moment for its answer", null, false, false);
    }
}
