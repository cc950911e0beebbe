package org.cartulary.query.console;

import org.cartulary.events.access.AccessDenied;
import org.cartulary.events.access.ApprovalEvent;
import org.cartulary.events.access.ApprovalEvent.ApprovalUsed;
import org.cartulary.events.access.ApprovalEvent.CommandApproved;
import org.cartulary.events.access.Grant;
import org.cartulary.events.access.GrantEvent;
import org.cartulary.events.access.GrantEvent.GrantGiven;
import org.cartulary.events.access.GrantEvent.GrantWithdrawn;
import org.cartulary.events.access.KeyEvent;
import org.cartulary.events.access.KeyEvent.KeyIssued;
import org.cartulary.events.access.KeyEvent.KeyRevoked;

/** What an event about who may do what says, in one line. */
final class AccessSentence {

    private AccessSentence() {}

    static String of(GrantEvent event) {
        return switch (event) {
            case GrantGiven e -> e.client() + " is " + e.grant().role() + " " + where(e.grant());
            case GrantWithdrawn e -> e.client() + " has a grant less";
        };
    }

    private static String where(Grant grant) {
        return grant.locations() == null ? "everywhere" : "at " + grant.locations();
    }

    static String of(KeyEvent event) {
        return switch (event) {
            case KeyIssued e -> "Key " + e.key() + " is that of " + e.client();
            case KeyRevoked e -> "Key " + e.key() + " of " + e.client() + " ends at " + Times.minute(e.from());
        };
    }

    static String of(ApprovalEvent event) {
        return switch (event) {
            case CommandApproved e -> e.approver() + " approved a " + e.name() + " of " + e.client();
            case ApprovalUsed e -> e.client() + " did what was approved";
        };
    }

    static String of(AccessDenied event) {
        return event.client() + " was denied " + event.asked() + ": no grant gives "
                + (event.permission() == null ? "what it needs" : event.permission());
    }
}
