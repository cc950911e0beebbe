package org.cartulary.command.access;

import org.axonframework.commandhandling.CommandHandler;
import org.cartulary.command.access.AccessCommand.ApproveCommand;
import org.cartulary.command.access.AccessCommand.GiveGrant;
import org.cartulary.command.access.AccessCommand.IssueKey;
import org.cartulary.command.access.AccessCommand.RecordDenial;
import org.cartulary.command.access.AccessCommand.RevokeKey;
import org.cartulary.command.access.AccessCommand.WithdrawGrant;
import org.cartulary.command.kernel.Births;
import org.cartulary.command.kernel.CommandHandling;
import org.cartulary.command.kernel.Moment;
import org.cartulary.command.kernel.Participants;
import org.cartulary.command.kernel.Posting;
import org.cartulary.command.kernel.Senders;
import org.cartulary.events.access.AccessDenied;
import org.cartulary.events.kernel.ApprovalId;
import org.cartulary.events.kernel.ClientId;
import org.cartulary.events.kernel.KeyId;

/** Posts keys, grants, approvals and denials. */
public final class AccessPosting implements CommandHandling {

    /** Tells the digest that an approved command will have when it is sent. */
    @FunctionalInterface
    public interface Digests {

        /** @throws org.cartulary.command.kernel.CommandRejected where there is no such command, or it has another shape */
        String of(ApproveCommand approved);
    }

    private final Participants<ClientId, ClientState> clients;
    private final Participants<KeyId, KeyState> keys;
    private final Participants<ApprovalId, ApprovalState> approvals;
    private final Births births;
    private final Digests digests;

    public AccessPosting(
            Participants<ClientId, ClientState> clients,
            Participants<KeyId, KeyState> keys,
            Participants<ApprovalId, ApprovalState> approvals,
            Births births,
            Digests digests) {
        this.clients = clients;
        this.keys = keys;
        this.approvals = approvals;
        this.births = births;
        this.digests = digests;
    }

    @CommandHandler
    public void handle(GiveGrant c) {
        var posting = new Posting();
        posting.ask(clients.load(c.client()), client -> client.decide(c, Senders.ofDecision()));
        posting.record();
    }

    @CommandHandler
    public void handle(WithdrawGrant c) {
        var posting = new Posting();
        posting.ask(clients.load(c.client()), client -> client.decide(c));
        posting.record();
    }

    @CommandHandler
    public void handle(IssueKey c) {
        var posting = new Posting();
        posting.ask(keys.load(c.key()), key -> key.decide(c, Moment.ofDecision()));
        posting.record();
    }

    @CommandHandler
    public void handle(RevokeKey c) {
        var posting = new Posting();
        posting.ask(keys.load(c.key()), key -> key.decide(c, Moment.ofDecision()));
        posting.record();
    }

    @CommandHandler
    public void handle(ApproveCommand c) {
        var digest = digests.of(c);
        var posting = new Posting();
        posting.ask(approvals.load(c.approval()), state -> state.decide(c, Senders.ofDecision(), digest));
        posting.record();
    }

    @CommandHandler
    public void handle(RecordDenial c) {
        var posting = new Posting();
        posting.begin(births, new AccessDenied(c.denial(), c.client(), c.asked(), c.permission(), c.occurredAt()));
        posting.record();
    }
}
