package org.cartulary.command.engine;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.cartulary.events.LedgerEvent;
import org.cartulary.events.catalogue.EventCatalogue;
import org.cartulary.events.json.EventJson;
import org.cartulary.events.json.StoredEvent;
import org.cartulary.events.kernel.Uuid7;

/** Turns Axon's messages into the envelopes that are stored, and back. */
final class EnvelopeMapper {

    private final EventJson json;
    private final EventCatalogue catalogue;
    private final Clock clock;

    EnvelopeMapper(EventCatalogue catalogue, Clock clock) {
        this.json = new EventJson(catalogue);
        this.catalogue = catalogue;
        this.clock = clock;
    }

    /** The rows of one posting: all of them are recorded at the same millisecond. */
    List<Row> rows(List<? extends EventMessage<?>> events) {
        var recordedAt = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return events.stream().map(event -> row(event, recordedAt)).toList();
    }

    private Row row(EventMessage<?> message, Instant recordedAt) {
        if (!(message instanceof DomainEventMessage<?> event))
            throw new IllegalArgumentException("the ledger stores events of streams only, not " + message.getPayload());
        var stored = envelope(event, recordedAt);
        return new Row(stored.stream(), stored.sequence(), stored.name(), recordedAt, json.write(stored));
    }

    private StoredEvent envelope(DomainEventMessage<?> event, Instant recordedAt) {
        var fact = (LedgerEvent) event.getPayload();
        var entry = catalogue.entry(fact.getClass());
        requireOwnStream(fact, event.getAggregateIdentifier());
        var meta = event.getMetaData();
        return new StoredEvent(
                (String) meta.get("actor"),
                (String) meta.get("channel"),
                (String) meta.get("command"),
                fact,
                (String) meta.get("device"),
                id(event.getIdentifier()),
                entry.name(),
                recordedAt,
                entry.revision(),
                event.getSequenceNumber(),
                event.getAggregateIdentifier());
    }

    private static void requireOwnStream(LedgerEvent fact, String stream) {
        if (!fact.stream().equals(stream))
            throw new IllegalStateException("a fact of " + fact.stream() + " was applied to " + stream);
    }

    /** The message's own id where that sorts by time, so that what was logged about it is found again. */
    private static UUID id(String identifier) {
        if (identifier.length() != 36 || identifier.charAt(14) != '7') return Uuid7.random();
        return UUID.fromString(identifier);
    }

    GenericDomainEventMessage<LedgerEvent> message(byte[] bytes) {
        var stored = json.read(bytes);
        return new GenericDomainEventMessage<>(
                typeOf(stored.name()),
                stored.stream(),
                stored.sequence(),
                stored.data(),
                metadata(stored),
                stored.id().toString(),
                stored.recordedAt());
    }

    /** The capability that an event belongs to: the part of its name before the full stop. */
    private static String typeOf(String name) {
        return name.substring(0, name.indexOf('.'));
    }

    private static Map<String, String> metadata(StoredEvent stored) {
        var metadata = new HashMap<String, String>();
        putIfPresent(metadata, "command", stored.command());
        putIfPresent(metadata, "actor", stored.actor());
        putIfPresent(metadata, "channel", stored.channel());
        putIfPresent(metadata, "device", stored.device());
        return metadata;
    }

    private static void putIfPresent(Map<String, String> metadata, String key, String value) {
        if (value != null) metadata.put(key, value);
    }
}
