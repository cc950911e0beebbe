package org.cartulary.events.access;

import java.time.Instant;
import java.util.List;
import org.cartulary.events.MayBeAbsent;
import org.cartulary.events.Shape;
import org.cartulary.events.kernel.ChannelId;
import org.cartulary.events.kernel.GrantId;
import org.cartulary.events.kernel.LocationId;

/**
 * What a client may do, and where.
 *
 * @param locations in which it holds; in all of them where absent
 * @param channels for which it holds; for all of them where absent
 * @param limits how far it reaches in one command; nothing that has a limit is granted where absent
 * @param until the moment at which it ends by itself; never where absent
 */
public record Grant(
        GrantId grant,
        Role role,
        @MayBeAbsent List<LocationId> locations,
        @MayBeAbsent List<ChannelId> channels,
        @MayBeAbsent Limits limits,
        @MayBeAbsent Instant until) {

    private static final int MOST = 1_000;

    public Grant {
        Shape.present(grant, "grant.grant");
        Shape.present(role, "grant.role");
        locations = locations == null ? null : Shape.someOf(locations, MOST, "grant.locations");
        channels = channels == null ? null : Shape.someOf(channels, MOST, "grant.channels");
    }

    /** @param now by the ledger's clock */
    public boolean gives(Permission permission, Instant now) {
        return role.gives(permission) && (until == null || now.isBefore(until));
    }

    public Limits limitsOrNone() {
        return limits == null ? Limits.NONE : limits;
    }
}
