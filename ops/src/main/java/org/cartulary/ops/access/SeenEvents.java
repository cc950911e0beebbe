package org.cartulary.ops.access;

import java.time.Clock;
import org.cartulary.command.wiring.AccessDirectory;
import org.cartulary.events.access.Permission;
import org.cartulary.events.kernel.ClientId;
import org.cartulary.query.feed.EventVisibility;
import org.cartulary.query.feed.FeedEvent;
import org.cartulary.query.kernel.Sight;

/**
 * Who sees which event as it was stored. It holds personal data, and whatever it is about: so it is for those who see personal data, its
 * channel and one of its locations, and without any of these for those who see all. It is asked for each event, so that a stream ends
 * for whoever may no longer see it.
 */
final class SeenEvents implements EventVisibility {

    private final AccessDirectory directory;
    private final Clock clock;

    SeenEvents(AccessDirectory directory, Clock clock) {
        this.directory = directory;
        this.clock = clock;
    }

    @Override
    public boolean maySee(String holder, FeedEvent event) {
        if (holder == null) return false;
        var now = clock.instant();
        var grants = directory.client(ClientId.of(holder)).grants();
        var giving = grants.stream()
                .filter(grant -> grant.gives(Permission.SEE_HISTORY, now))
                .toList();
        return !giving.isEmpty() && sees(Sights.of(giving, grants, now), event);
    }

    private static boolean sees(Sight sight, FeedEvent event) {
        if (sight.isWhole()) return true;
        if (!sight.personalData()) return false;
        boolean there = event.locations().isEmpty()
                ? sight.locations().isAll()
                : event.locations().stream()
                        .anyMatch(location -> sight.locations().holds(location.value()));
        boolean through = event.channel() == null
                ? sight.channels().isAll()
                : sight.channels().holds(event.channel());
        return there && through;
    }
}
