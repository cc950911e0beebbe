package org.cartulary.command.access;

import static org.cartulary.command.kernel.CommandRejected.require;

import java.time.Instant;
import java.util.List;
import org.axonframework.serialization.Revision;
import org.cartulary.command.access.AccessCommand.ApproveCommand;
import org.cartulary.command.kernel.Request;
import org.cartulary.events.access.ApprovalEvent;
import org.cartulary.events.access.ApprovalEvent.ApprovalUsed;
import org.cartulary.events.access.ApprovalEvent.CommandApproved;
import org.cartulary.events.kernel.ApprovalId;
import org.cartulary.events.kernel.ClientId;

/**
 * Which command another client has agreed to.
 *
 * @param client who may send it; null where nothing was approved
 */
@Revision("1")
public record ApprovalState(ClientId client, ClientId approver, String digest, Instant until, boolean used) {

    public static final ApprovalState NONE = new ApprovalState(null, null, null, null, false);

    /**
     * @param by who approves
     * @param digest of the command
     * @throws CommandRejected with an {@link AccessRejection}
     */
    List<ApprovalEvent> decide(ApproveCommand c, ClientId by, String digest) {
        require(
                client == null,
                AccessRejection.APPROVAL_ALREADY_GIVEN,
                c.approval().toString());
        require(!c.client().equals(by), AccessRejection.APPROVAL_OF_ONESELF, "another client has to approve");
        return List.of(new CommandApproved(c.approval(), c.client(), by, c.name(), digest, c.until(), c.occurredAt()));
    }

    /** The command is done with it. @throws CommandRejected with an {@link AccessRejection} */
    List<ApprovalEvent> use(ApprovalId approval, Request request, Instant now) {
        require(client != null, AccessRejection.APPROVAL_UNKNOWN, "there is no such approval");
        require(
                client.equals(request.sender().client()) && digest.equals(request.digest()),
                AccessRejection.APPROVAL_OF_ANOTHER_COMMAND,
                "it is for another command or another client");
        require(!used, AccessRejection.APPROVAL_ALREADY_USED, "a command has been done with it");
        require(now.isBefore(until), AccessRejection.APPROVAL_OVER, "it ended at " + until);
        return List.of(new ApprovalUsed(
                approval, client, request.sender().key(), request.command().occurredAt()));
    }

    public ApprovalState evolve(ApprovalEvent event) {
        return switch (event) {
            case CommandApproved e -> new ApprovalState(e.client(), e.approver(), e.digest(), e.until(), false);
            case ApprovalUsed e -> new ApprovalState(client, approver, digest, until, true);
        };
    }
}
