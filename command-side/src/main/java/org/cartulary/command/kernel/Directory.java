package org.cartulary.command.kernel;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Optional;
import java.util.function.BiFunction;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.cartulary.events.LedgerEvent;
import org.cartulary.events.kernel.LocationId;
import org.cartulary.events.kernel.Sku;
import org.cartulary.events.location.LocationEvent;
import org.cartulary.events.location.LocationEvent.LocationRegistered;
import org.cartulary.events.product.ProductEvent;
import org.cartulary.events.product.ProductEvent.ProductRegistered;

/**
 * The locations and products that decisions refer to. What they say was fixed when they were registered, so a decision
 * reads it without a lock; what it relied on is written into its own events. What the same unit of work has only just
 * registered is not remembered: it may still come to nothing.
 */
public final class Directory {

    private final EventStore store;
    private final Cache<String, Object> known =
            Caffeine.newBuilder().maximumSize(200_000).build();

    private final Cache<String, Folded<?>> foldings =
            Caffeine.newBuilder().maximumSize(10_000).build();

    public Directory(EventStore store) {
        this.store = store;
    }

    public Optional<LocationRegistered> location(LocationId location) {
        return first(LocationEvent.streamOf(location), LocationRegistered.class);
    }

    public Optional<ProductRegistered> product(Sku sku) {
        return first(ProductEvent.streamOf(sku), ProductRegistered.class);
    }

    /**
     * All that a stream tells so far, for what changes seldom and is asked for often. Whether it has changed is looked up each
     * time, so that no node decides on what was true yesterday; it may change before the decision is recorded.
     *
     * @param none what is known before the first event
     */
    @SuppressWarnings("unchecked")
    public <S> S folded(String stream, S none, BiFunction<S, LedgerEvent, S> evolve) {
        var last = store.lastSequenceNumberFor(stream);
        if (last.isEmpty()) return none;
        var found = (Folded<S>) foldings.getIfPresent(stream);
        if (found != null && found.last() == last.get()) return found.state();
        var state = store.readEvents(stream)
                .asStream()
                .map(event -> (LedgerEvent) event.getPayload())
                .reduce(none, evolve, (one, other) -> other);
        if (!Recording.isRecording(stream)) foldings.put(stream, new Folded<>(last.get(), state));
        return state;
    }

    private record Folded<S>(long last, S state) {}

    private <E> Optional<E> first(String stream, Class<E> type) {
        var found = known.getIfPresent(stream);
        if (found == null) found = read(stream);
        return Optional.ofNullable(found).map(type::cast);
    }

    private Object read(String stream) {
        if (store.lastSequenceNumberFor(stream).isEmpty()) return null;
        var found = store.readEvents(stream).peek().getPayload();
        if (!Recording.isRecording(stream)) known.put(stream, found);
        return found;
    }
}
