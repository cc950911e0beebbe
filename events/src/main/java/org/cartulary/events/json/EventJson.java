package org.cartulary.events.json;

import java.time.Instant;
import java.util.UUID;
import org.cartulary.events.LedgerEvent;
import org.cartulary.events.catalogue.EventCatalogue;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes events to the bytes that are stored, and reads the bytes of every revision there ever was. */
public final class EventJson {

    private final EventCatalogue catalogue;

    public EventJson(EventCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    public byte[] write(StoredEvent event) {
        return CanonicalJson.write(event);
    }

    /** @throws UnknownEventException if the catalogue has no such name, or a revision from the future */
    public StoredEvent read(byte[] bytes) {
        var envelope = (ObjectNode) CanonicalJson.MAPPER.readTree(bytes);
        var name = envelope.required("name").stringValue();
        int revision = envelope.required("revision").intValue();
        return new StoredEvent(
                text(envelope, "actor"),
                text(envelope, "channel"),
                text(envelope, "command"),
                data(name, revision, (ObjectNode) envelope.required("data")),
                text(envelope, "device"),
                UUID.fromString(envelope.required("id").stringValue()),
                name,
                Instant.parse(envelope.required("recordedAt").stringValue()),
                revision,
                envelope.required("sequence").longValue(),
                envelope.required("stream").stringValue());
    }

    private LedgerEvent data(String name, int revision, ObjectNode data) {
        return CanonicalJson.MAPPER.treeToValue(catalogue.upcast(name, revision, data), catalogue.type(name));
    }

    private static String text(JsonNode envelope, String member) {
        var value = envelope.get(member);
        return value == null ? null : value.stringValue();
    }
}
