package org.cartulary.events.ledger;

import java.time.Instant;
import org.cartulary.events.LedgerEvent;
import org.cartulary.events.MayBeAbsent;
import org.cartulary.events.kernel.ClientId;
import tools.jackson.databind.JsonNode;

/**
 * A command was decided. It stands at sequence 0 of the stream that its client and idempotency key name, in the same
 * append as the command's events, so that no second execution can ever be stored. Who sent it, from which device and
 * channel, stands in the envelope.
 *
 * @param name the command's name, such as {@code stock.ReceiveGoods}
 * @param digest SHA-256 over the command's name and canonical JSON, in lower-case hex
 * @param outcome accepted, or refused by a rule
 * @param events how many events of this command stand directly before this one; 0 where it was refused
 * @param code why it was refused, a stable code; absent where it was accepted
 * @param ruleId the rule of the rule book that refused; absent where it was accepted
 * @param detail the refusal in words; absent where it was accepted
 * @param reason why the command was sent, in the words of who sent it; may be absent
 * @param result what the ledger decided and the caller could not know; may be absent
 */
public record CommandRecorded(
        ClientId client,
        String key,
        String name,
        String digest,
        Outcome outcome,
        int events,
        @MayBeAbsent String code,
        @MayBeAbsent String ruleId,
        @MayBeAbsent String detail,
        @MayBeAbsent String reason,
        @MayBeAbsent JsonNode result,
        Instant occurredAt)
        implements LedgerEvent {

    /** Whether the ledger did what it was asked. */
    public enum Outcome {
        ACCEPTED,
        REFUSED
    }

    @Override
    public String stream() {
        return streamOf(client, key);
    }

    public static String streamOf(ClientId client, String key) {
        return "command/" + client + "/" + key;
    }
}
