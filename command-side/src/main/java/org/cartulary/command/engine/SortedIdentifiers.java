package org.cartulary.command.engine;

import org.axonframework.common.IdentifierFactory;
import org.cartulary.events.kernel.Uuid7;

/** Axon's messages bear ids that sort by time; those of events are stored with them. Axon finds it as a service. */
public final class SortedIdentifiers extends IdentifierFactory {

    @Override
    public String generateIdentifier() {
        return Uuid7.random().toString();
    }
}
