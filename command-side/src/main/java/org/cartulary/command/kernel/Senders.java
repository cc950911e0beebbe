package org.cartulary.command.kernel;

import org.cartulary.events.kernel.ClientId;

/** Who sends the command that is being decided; as {@link Moment}, it is handed in with the question where a state asks for it. */
public final class Senders {

    private Senders() {}

    /** @throws IllegalStateException if nothing is being decided */
    public static ClientId ofDecision() {
        return Work.current().request().sender().client();
    }
}
