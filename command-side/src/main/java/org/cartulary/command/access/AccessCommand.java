package org.cartulary.command.access;

import java.time.Duration;
import java.time.Instant;
import org.cartulary.command.kernel.Command;
import org.cartulary.events.MayBeAbsent;
import org.cartulary.events.Shape;
import org.cartulary.events.access.Grant;
import org.cartulary.events.access.Permission;
import org.cartulary.events.kernel.ApprovalId;
import org.cartulary.events.kernel.CardNumbers;
import org.cartulary.events.kernel.ClientId;
import org.cartulary.events.kernel.DenialId;
import org.cartulary.events.kernel.GrantId;
import org.cartulary.events.kernel.KeyId;
import org.cartulary.events.kernel.SecretHash;
import tools.jackson.databind.JsonNode;

/** What may be asked about who may do what. */
public sealed interface AccessCommand extends Command {

    int LONGEST_REASON = 256;

    /** A client may do more than before. */
    record GiveGrant(
            ClientId client, Grant grant, @MayBeAbsent String reason, Instant occurredAt) implements AccessCommand {

        public GiveGrant {
            Shape.present(client, "client");
            Shape.present(grant, "grant");
            requireReason(reason);
            Shape.present(occurredAt, "occurredAt");
        }
    }

    /** A grant ends at once. */
    record WithdrawGrant(
            ClientId client, GrantId grant, @MayBeAbsent String reason, Instant occurredAt) implements AccessCommand {

        public WithdrawGrant {
            Shape.present(client, "client");
            Shape.present(grant, "grant");
            requireReason(reason);
            Shape.present(occurredAt, "occurredAt");
        }
    }

    /**
     * Whoever has the key is the client. The key is made where it will be used, and never sent: only its hash is.
     *
     * @param expiresAt when it ends by itself; never where absent
     * @param purpose where it is used, in words
     */
    record IssueKey(
            KeyId key,
            ClientId client,
            SecretHash hash,
            @MayBeAbsent Instant expiresAt,
            @MayBeAbsent String purpose,
            Instant occurredAt)
            implements AccessCommand {

        public IssueKey {
            Shape.present(key, "key");
            Shape.present(client, "client");
            Shape.present(hash, "hash");
            CardNumbers.refuseIn(Shape.optionalText(purpose, LONGEST_REASON, "purpose"), "purpose");
            Shape.present(occurredAt, "occurredAt");
        }
    }

    /** @param from when the key ends; at once where absent. Later, where its successor is being brought out */
    record RevokeKey(
            KeyId key,
            @MayBeAbsent Instant from,
            @MayBeAbsent String reason,
            Instant occurredAt) implements AccessCommand {

        public RevokeKey {
            Shape.present(key, "key");
            requireReason(reason);
            Shape.present(occurredAt, "occurredAt");
        }
    }

    /**
     * Another client may send this command once, though it is beyond its limits.
     *
     * @param client who may send it
     * @param name of the command
     * @param command its body, as it will be sent
     * @param until when the approval ends; after a day where absent
     */
    record ApproveCommand(
            ApprovalId approval,
            ClientId client,
            String name,
            JsonNode command,
            @MayBeAbsent Instant until,
            Instant occurredAt)
            implements AccessCommand {

        private static final Duration A_DAY = Duration.ofDays(1);

        public ApproveCommand {
            Shape.present(approval, "approval");
            Shape.present(client, "client");
            Shape.text(name, 64, "name");
            Shape.present(command, "command");
            Shape.present(occurredAt, "occurredAt");
            until = until == null ? occurredAt.plus(A_DAY) : until;
        }
    }

    /**
     * A client asked for what it may not see. The ledger sends it itself.
     *
     * @param asked the method and the address, as the API describes it
     */
    record RecordDenial(
            DenialId denial,
            ClientId client,
            String asked,
            @MayBeAbsent Permission permission,
            Instant occurredAt) implements AccessCommand {

        public RecordDenial {
            Shape.present(denial, "denial");
            Shape.present(client, "client");
            Shape.text(asked, 256, "asked");
            Shape.present(occurredAt, "occurredAt");
        }
    }

    private static void requireReason(String reason) {
        CardNumbers.refuseIn(Shape.optionalText(reason, LONGEST_REASON, "reason"), "reason");
    }
}
