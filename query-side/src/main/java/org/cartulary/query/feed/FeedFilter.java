package org.cartulary.query.feed;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.cartulary.events.catalogue.EventCatalogue;
import org.cartulary.events.kernel.ChannelId;
import org.cartulary.events.kernel.LocationId;
import org.cartulary.query.kernel.Refused;

/** Which events somebody wants: one of each that is named; nothing named means all. */
public record FeedFilter(Set<String> types, Set<LocationId> locations, Set<ChannelId> channels) {

    private static final Set<String> KNOWN = EventCatalogue.CURRENT.entries().stream()
            .map(EventCatalogue.Entry::name)
            .collect(Collectors.toUnmodifiableSet());

    public static final FeedFilter ALL = new FeedFilter(Set.of(), Set.of(), Set.of());

    /**
     * Absent lists name nothing.
     *
     * @throws Refused if a type is none of the ledger's: a mistyped one would wait for ever
     */
    public static FeedFilter of(List<String> types, List<LocationId> locations, List<ChannelId> channels) {
        var filter = new FeedFilter(sorted(types), sorted(locations), sorted(channels));
        for (var type : filter.types())
            if (!KNOWN.contains(type)) throw Refused.invalid("type", "holds " + type + ", which names no event");
        return filter;
    }

    boolean wants(FeedEvent event) {
        return (types.isEmpty() || types.contains(event.name()))
                && (locations.isEmpty() || event.locations().stream().anyMatch(locations::contains))
                && (channels.isEmpty() || isOfAChannel(event.channel()));
    }

    private boolean isOfAChannel(String channel) {
        return channel != null
                && channels.stream().anyMatch(wanted -> wanted.value().equals(channel));
    }

    private static <T extends Comparable<? super T>> Set<T> sorted(Collection<T> values) {
        return values == null ? Set.of() : new TreeSet<>(values);
    }
}
