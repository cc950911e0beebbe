package org.cartulary.events.access;

import java.time.Instant;
import org.cartulary.events.LedgerEvent;
import org.cartulary.events.kernel.ApprovalId;
import org.cartulary.events.kernel.ClientId;

/** What has happened to a second client's consent to one command. */
public sealed interface ApprovalEvent extends LedgerEvent {

    ApprovalId approval();

    @Override
    default String stream() {
        return streamOf(approval());
    }

    static String streamOf(ApprovalId approval) {
        return "approval/" + approval;
    }

    /**
     * The command may be done once, though it is beyond the sender's limits.
     *
     * @param client who may send it
     * @param approver who agrees
     * @param name of the command
     * @param digest SHA-256 over the command's name and canonical JSON, as in its record
     * @param until when the approval ends, used or not
     */
    record CommandApproved(
            ApprovalId approval,
            ClientId client,
            ClientId approver,
            String name,
            String digest,
            Instant until,
            Instant occurredAt)
            implements ApprovalEvent {}

    /**
     * The command has been done.
     *
     * @param key of the command
     */
    record ApprovalUsed(ApprovalId approval, ClientId client, String key, Instant occurredAt)
            implements ApprovalEvent {}
}
