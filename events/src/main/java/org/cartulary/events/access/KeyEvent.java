package org.cartulary.events.access;

import java.time.Instant;
import org.cartulary.events.LedgerEvent;
import org.cartulary.events.MayBeAbsent;
import org.cartulary.events.kernel.ClientId;
import org.cartulary.events.kernel.KeyId;
import org.cartulary.events.kernel.SecretHash;

/** What has happened to a key by which a client proves who it is. */
public sealed interface KeyEvent extends LedgerEvent {

    KeyId key();

    ClientId client();

    @Override
    default String stream() {
        return streamOf(key());
    }

    static String streamOf(KeyId key) {
        return "key/" + key;
    }

    /**
     * Whoever has the key is the client.
     *
     * @param hash of the key, which the ledger never holds
     * @param expiresAt when it ends by itself; never where absent
     * @param purpose where it is used, in words
     */
    record KeyIssued(
            KeyId key,
            ClientId client,
            SecretHash hash,
            @MayBeAbsent Instant expiresAt,
            @MayBeAbsent String purpose,
            Instant occurredAt)
            implements KeyEvent {}

    /**
     * The key ends.
     *
     * @param from when: later than now where its successor is being brought out
     */
    record KeyRevoked(
            KeyId key,
            ClientId client,
            Instant from,
            @MayBeAbsent String reason,
            Instant occurredAt) implements KeyEvent {}
}
