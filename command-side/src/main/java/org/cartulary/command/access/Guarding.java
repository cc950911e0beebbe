package org.cartulary.command.access;

import java.util.List;
import org.cartulary.command.kernel.CommandRejected;
import org.cartulary.command.kernel.Guard;
import org.cartulary.command.kernel.Moment;
import org.cartulary.command.kernel.Participants;
import org.cartulary.command.kernel.Posting;
import org.cartulary.command.kernel.Request;
import org.cartulary.events.LedgerEvent;
import org.cartulary.events.access.Permission;
import org.cartulary.events.kernel.ApprovalId;
import org.cartulary.events.kernel.ClientId;

/**
 * Lets a command pass if its sender's grants give it: before it is decided by what it says itself, so that nobody learns what he may
 * not touch, and afterwards by what would be recorded. The grants take part in the decision, so that the append itself proves that
 * none was withdrawn meanwhile, on whatever node.
 */
public final class Guarding implements Guard {

    private final Participants<ClientId, ClientState> clients;
    private final Participants<ApprovalId, ApprovalState> approvals;

    public Guarding(Participants<ClientId, ClientState> clients, Participants<ApprovalId, ApprovalState> approvals) {
        this.clients = clients;
        this.approvals = approvals;
    }

    @Override
    public void requireAllowed(Request request) {
        var permission = permission(request);
        var reach = Reach.of(request.command());
        clients.load(request.sender().client()).invoke(client -> {
            client.requireGranted(permission, reach, Moment.ofDecision());
            return client;
        });
    }

    @Override
    public void requireWithin(Request request, List<LedgerEvent> events) {
        var permission = permission(request);
        var reach = Reach.of(events);
        var extent = Extent.of(events);
        var approval = request.sender().approval();
        try {
            require(request.sender().client(), permission, reach, extent);
        } catch (CommandRejected refused) {
            if (refused.rejection() != AccessRejection.LIMIT_EXCEEDED || approval == null) throw refused;
            requireApproved(request, permission, reach, extent);
        }
    }

    private void require(ClientId client, Permission permission, Reach reach, Extent extent) {
        clients.load(client).invoke(state -> {
            state.requireWithin(permission, reach, extent, Moment.ofDecision());
            return state;
        });
    }

    private void requireApproved(Request request, Permission permission, Reach reach, Extent extent) {
        var id = request.sender().approval();
        var approval = approvals.load(id);
        var posting = new Posting();
        posting.ask(approval, state -> state.use(id, request, Moment.ofDecision()));
        try {
            require(approval.invoke(ApprovalState::approver), permission, reach, extent);
        } catch (CommandRejected refused) {
            throw new CommandRejected(AccessRejection.APPROVER_MAY_NOT, "of who approved: " + refused.getMessage());
        }
        posting.record();
    }

    private static Permission permission(Request request) {
        var permission = Permissions.of(request.command().getClass());
        CommandRejected.require(
                permission != null, AccessRejection.PERMISSION_MISSING, "only the ledger itself does that");
        return permission;
    }
}
