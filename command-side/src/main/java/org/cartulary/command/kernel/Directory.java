package org.cartulary.command.kernel;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Optional;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.cartulary.events.LedgerEvent;
import org.cartulary.events.kernel.LocationId;
import org.cartulary.events.kernel.Sku;
import org.cartulary.events.location.LocationEvent;
import org.cartulary.events.location.LocationEvent.LocationRegistered;
import org.cartulary.events.product.ProductEvent;
import org.cartulary.events.product.ProductEvent.ProductRegistered;

/**
 * The locations and products that decisions refer to. What they say was fixed when they were registered, so a decision
 * stands on it without looking whether it has changed; what it relied on is written into its own events. What the same unit
 * of work has only just registered is not remembered: it may still come to nothing.
 */
public final class Directory {

    private final EventStorageEngine engine;
    private final Cache<String, LedgerEvent> known =
            Caffeine.newBuilder().maximumSize(200_000).build();

    public Directory(EventStorageEngine engine) {
        this.engine = engine;
    }

    public Optional<LocationRegistered> location(LocationId location) {
        return first(LocationEvent.streamOf(location)).map(LocationRegistered.class::cast);
    }

    public Optional<ProductRegistered> product(Sku sku) {
        return first(ProductEvent.streamOf(sku)).map(ProductRegistered.class::cast);
    }

    private Optional<LedgerEvent> first(String stream) {
        var found = known.getIfPresent(stream);
        if (found != null) return Optional.of(found);
        var own = Work.current().recorded(stream);
        return own.isEmpty() ? stored(stream) : Optional.of(own.getFirst());
    }

    private Optional<LedgerEvent> stored(String stream) {
        var events = engine.readEvents(stream, 0);
        if (!events.hasNext()) return Optional.empty();
        var first = (LedgerEvent) events.peek().getPayload();
        known.put(stream, first);
        return Optional.of(first);
    }
}
