package org.cartulary.command.access;

import static org.cartulary.command.kernel.CommandRejected.require;

import java.time.Instant;
import java.util.List;
import org.axonframework.serialization.Revision;
import org.cartulary.command.access.AccessCommand.IssueKey;
import org.cartulary.command.access.AccessCommand.RevokeKey;
import org.cartulary.events.access.KeyEvent;
import org.cartulary.events.access.KeyEvent.KeyIssued;
import org.cartulary.events.access.KeyEvent.KeyRevoked;
import org.cartulary.events.kernel.ClientId;
import org.cartulary.events.kernel.SecretHash;

/**
 * Whom a key proves, and how long.
 *
 * @param client null where there is no such key
 * @param endsAt null where it does not end by itself
 */
@Revision("1")
public record KeyState(ClientId client, SecretHash hash, Instant endsAt) {

    public static final KeyState NONE = new KeyState(null, null, null);

    /** Whether whoever shows this key is the client now. */
    public boolean isProvenBy(String key, Instant now) {
        return client != null && hash.isOf(key) && (endsAt == null || now.isBefore(endsAt));
    }

    /** @throws CommandRejected with an {@link AccessRejection} */
    List<KeyEvent> decide(IssueKey c, Instant now) {
        require(client == null, AccessRejection.KEY_ALREADY_ISSUED, c.key().toString());
        require(
                c.expiresAt() == null || c.expiresAt().isAfter(now),
                AccessRejection.KEY_ENDS_IN_THE_PAST,
                "it would have ended at " + c.expiresAt());
        return List.of(new KeyIssued(c.key(), c.client(), c.hash(), c.expiresAt(), c.purpose(), c.occurredAt()));
    }

    /** Revoking only ever shortens a key's life. @throws CommandRejected with an {@link AccessRejection} */
    List<KeyEvent> decide(RevokeKey c, Instant now) {
        require(client != null, AccessRejection.KEY_UNKNOWN, "there is no such key");
        var from = c.from() == null || c.from().isBefore(now) ? now : c.from();
        if (endsAt != null && !from.isBefore(endsAt)) return List.of();
        return List.of(new KeyRevoked(c.key(), client, from, c.reason(), c.occurredAt()));
    }

    public KeyState evolve(KeyEvent event) {
        return switch (event) {
            case KeyIssued e -> new KeyState(e.client(), e.hash(), e.expiresAt());
            case KeyRevoked e -> new KeyState(client, hash, e.from());
        };
    }
}
