package org.cartulary.ops.access;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.cartulary.events.access.Grant;
import org.cartulary.events.access.Permission;
import org.cartulary.query.kernel.Seen;
import org.cartulary.query.kernel.Sight;

/** What of an address a client sees by its grants. */
final class Sights {

    private Sights() {}

    /**
     * What the grants show together, as far as one grant after the other could show it: locations and channels of different grants are not
     * crossed. A client that has grants of both kinds sees what the wider kind shows.
     *
     * @param giving the grants that give what is asked, one at least
     * @param all of the client's grants
     */
    static Sight of(List<Grant> giving, List<Grant> all, Instant now) {
        boolean personal = all.stream().anyMatch(grant -> grant.gives(Permission.SEE_PERSONAL_DATA, now));
        if (giving.stream().anyMatch(grant -> grant.locations() == null && grant.channels() == null))
            return personal ? Sight.ALL : new Sight(Seen.all(), Seen.all(), false);
        var byLocation =
                giving.stream().filter(grant -> grant.channels() == null).toList();
        if (!byLocation.isEmpty()) return new Sight(union(byLocation, Grant::locations), Seen.all(), personal);
        var byChannel =
                giving.stream().filter(grant -> grant.locations() == null).toList();
        if (!byChannel.isEmpty()) return new Sight(Seen.all(), union(byChannel, Grant::channels), personal);
        var first = giving.getFirst();
        return new Sight(Seen.only(Set.copyOf(first.locations())), Seen.only(Set.copyOf(first.channels())), personal);
    }

    private static <T> Seen<T> union(List<Grant> grants, Function<Grant, List<T>> of) {
        return Seen.only(
                grants.stream().flatMap(grant -> of.apply(grant).stream()).collect(Collectors.toSet()));
    }
}
