package org.cartulary.command.kernel;

import org.cartulary.events.Shape;
import org.cartulary.events.kernel.ApprovalId;
import org.cartulary.events.kernel.CardNumbers;
import org.cartulary.events.kernel.ClientId;
import org.cartulary.events.ledger.CommandRecorded;

/**
 * Who sends a command, and under which key.
 *
 * @param client whose idempotency keys they are
 * @param key names this command for ever: sent again, it is answered again and never done twice
 * @param actor the person or process at the channel, as an opaque id; may be absent
 * @param device from which it came; may be absent
 * @param channel through which it came; may be absent
 * @param reason why, in the words of the sender; may be absent
 * @param approval of another client for a command beyond the sender's limits; may be absent
 * @param guarded whether the client's grants decide what it may do; the ledger itself has none, and may do everything
 */
public record Sender(
        ClientId client,
        String key,
        String actor,
        String device,
        String channel,
        String reason,
        ApprovalId approval,
        boolean guarded) {

    /** The ledger itself, or whoever is let do everything. */
    public Sender(ClientId client, String key, String actor, String device, String channel, String reason) {
        this(client, key, actor, device, channel, reason, null, false);
    }

    public Sender {
        Shape.present(client, "Cartulary-Client");
        Shape.text(key, 128, "Idempotency-Key");
        if (!key.chars().allMatch(c -> c > ' ' && c < 127))
            throw new IllegalArgumentException("Idempotency-Key holds only visible ASCII characters, without spaces");
        CardNumbers.refuseIn(key, "Idempotency-Key");
        opaque(actor, "Cartulary-Actor");
        opaque(device, "Cartulary-Device");
        opaque(channel, "Cartulary-Channel");
        CardNumbers.refuseIn(Shape.optionalText(reason, 256, "Cartulary-Reason"), "Cartulary-Reason");
    }

    private static void opaque(String value, String name) {
        CardNumbers.refuseIn(Shape.optionalText(value, 64, name), name);
    }

    /** The stream of the command's record. */
    public String record() {
        return CommandRecorded.streamOf(client, key);
    }
}
