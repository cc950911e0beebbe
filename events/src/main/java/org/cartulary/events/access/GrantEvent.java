package org.cartulary.events.access;

import java.time.Instant;
import org.cartulary.events.LedgerEvent;
import org.cartulary.events.MayBeAbsent;
import org.cartulary.events.kernel.ClientId;
import org.cartulary.events.kernel.GrantId;

/** What has happened to what a client may do. Who gave it stands in the envelope. */
public sealed interface GrantEvent extends LedgerEvent {

    ClientId client();

    @Override
    default String stream() {
        return streamOf(client());
    }

    static String streamOf(ClientId client) {
        return "client/" + client;
    }

    /** A client may do more than before. */
    record GrantGiven(
            ClientId client, Grant grant, @MayBeAbsent String reason, Instant occurredAt) implements GrantEvent {}

    /** A grant ends. */
    record GrantWithdrawn(
            ClientId client, GrantId grant, @MayBeAbsent String reason, Instant occurredAt) implements GrantEvent {}
}
