package org.cartulary.events.json;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.cartulary.events.LedgerEvent;
import org.cartulary.events.catalogue.EventCatalogue;
import org.cartulary.events.catalogue.EventCatalogue.Entry;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Writes events to the bytes that are stored, and reads the bytes of every revision there ever was. */
public final class EventJson {

    /** Stored bytes were written by the canonical mapper, which never repeats a member. */
    private static final JsonMapper TRUSTED = CanonicalJson.MAPPER
            .rebuild()
            .disable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final EventCatalogue catalogue;
    private final Map<String, ObjectReader> readers;

    public EventJson(EventCatalogue catalogue) {
        this.catalogue = catalogue;
        this.readers = catalogue.entries().stream().collect(Collectors.toMap(Entry::name, EventJson::reader));
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

    /**
     * As {@link #read(byte[])}, in one pass over bytes of the current revision: for whoever reads many and knows the name
     * from beside them.
     *
     * @throws UnknownEventException if the catalogue has no such name, or a revision from the future
     */
    public StoredEvent read(String name, byte[] bytes) {
        var reader = readers.get(name);
        var envelope = reader == null ? null : envelope(reader, bytes);
        boolean isCurrent = envelope != null
                && envelope.data() != null
                && name.equals(envelope.name())
                && envelope.revision() == catalogue.entry(catalogue.type(name)).revision();
        return isCurrent ? envelope.stored() : read(bytes);
    }

    /** Nothing where the bytes are of another shape, as those of earlier revisions may be. */
    private static Envelope<?> envelope(ObjectReader reader, byte[] bytes) {
        try {
            return reader.readValue(bytes);
        } catch (JacksonException ofAnotherShape) {
            return null;
        }
    }

    /** What surrounds the data of one kind of event. */
    private record Envelope<T extends LedgerEvent>(
            String actor,
            String channel,
            String command,
            T data,
            String device,
            UUID id,
            String name,
            Instant recordedAt,
            int revision,
            long sequence,
            String stream) {

        StoredEvent stored() {
            return new StoredEvent(
                    actor, channel, command, data, device, id, name, recordedAt, revision, sequence, stream);
        }
    }

    private static ObjectReader reader(Entry entry) {
        return TRUSTED.readerFor(TRUSTED.getTypeFactory().constructParametricType(Envelope.class, entry.type()));
    }

    private LedgerEvent data(String name, int revision, ObjectNode data) {
        return CanonicalJson.MAPPER.treeToValue(catalogue.upcast(name, revision, data), catalogue.type(name));
    }

    private static String text(JsonNode envelope, String member) {
        var value = envelope.get(member);
        return value == null ? null : value.stringValue();
    }
}
