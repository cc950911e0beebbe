package org.cartulary.ops.access;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.cartulary.command.access.AccessCommand;
import org.cartulary.command.access.AccessCommand.GiveGrant;
import org.cartulary.command.access.AccessCommand.IssueKey;
import org.cartulary.command.access.AccessCommand.RevokeKey;
import org.cartulary.command.kernel.Ledger;
import org.cartulary.command.kernel.Sender;
import org.cartulary.events.access.Grant;
import org.cartulary.events.access.Limits;
import org.cartulary.events.access.Role;
import org.cartulary.events.kernel.ClientId;
import org.cartulary.events.kernel.GrantId;
import org.cartulary.events.kernel.KeyId;
import org.cartulary.events.kernel.LocationId;
import org.cartulary.events.kernel.Uuid7;

/** Keys and grants that are given by whoever runs the ledger itself, on its machine, and not by a client. */
public final class Access {

    private static final ClientId LEDGER = ClientId.of("ledger");

    private final Ledger ledger;
    private final Clock clock;

    public Access(Ledger ledger, Clock clock) {
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * @param expiresAt never where null
     * @throws IllegalStateException if the ledger refuses
     */
    public void issue(ApiKey key, ClientId client, Instant expiresAt, String purpose) {
        submit(new IssueKey(key.id(), client, key.hash(), expiresAt, purpose, clock.instant()));
    }

    /** In all locations, for all channels. @throws IllegalStateException if the ledger refuses */
    public void give(ClientId client, Role role, Limits limits) {
        give(client, role, null, limits);
    }

    /** @param locations all where null. @throws IllegalStateException if the ledger refuses */
    public void give(ClientId client, Role role, List<LocationId> locations, Limits limits) {
        var grant = new Grant(new GrantId(Uuid7.random()), role, locations, null, limits, null);
        submit(new GiveGrant(client, grant, null, clock.instant()));
    }

    /** @throws IllegalStateException if the ledger refuses */
    public void revoke(KeyId key) {
        revoke(key, null);
    }

    /** @param from at once where null. @throws IllegalStateException if the ledger refuses */
    public void revoke(KeyId key, Instant from) {
        submit(new RevokeKey(key, from, null, clock.instant()));
    }

    private void submit(AccessCommand command) {
        var sender = new Sender(LEDGER, Uuid7.random().toString(), null, null, null, null);
        var answer = ledger.submit(sender, command);
        if (!answer.isAccepted()) throw new IllegalStateException(answer.code() + ": " + answer.detail());
    }
}
