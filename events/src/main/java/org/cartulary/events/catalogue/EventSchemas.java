package org.cartulary.events.catalogue;

import org.cartulary.events.catalogue.EventCatalogue.Entry;
import org.cartulary.events.json.CanonicalJson;
import org.cartulary.events.json.StoredEvent;
import org.cartulary.events.schema.RecordSchemas;
import org.cartulary.events.schema.RecordSchemas.Writer;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One JSON Schema (2020-12) of every stored event in its current revision: the envelope, and for each name and revision
 * what its data holds. Readers outside build on it, so it is committed, and a change of it is seen in review.
 */
public final class EventSchemas {

    private static final String DEFINITIONS = "#/$defs/";

    private EventSchemas() {}

    public static ObjectNode of(EventCatalogue catalogue) {
        var schemas = new RecordSchemas(DEFINITIONS, Writer.LEDGER);
        var document = CanonicalJson.MAPPER
                .createObjectNode()
                .put("$schema", "https://json-schema.org/draft/2020-12/schema")
                .put("$id", "urn:cartulary:events")
                .put("title", "The stored events of Cartulary");
        document.setAll(envelope(schemas, catalogue));
        var cases = document.putArray("allOf");
        for (var entry : catalogue.entries()) choose(cases, entry);
        var definitions = document.putObject("$defs");
        for (var entry : catalogue.entries()) definitions.set(key(entry), schemas.ofRecord(entry.type()));
        schemas.definitions().forEach(definitions::set);
        return document;
    }

    /** As it is committed: indented, with one final line end. */
    public static String textOf(EventCatalogue catalogue) {
        return of(catalogue).toPrettyString().replace("\r\n", "\n") + "\n";
    }

    private static ObjectNode envelope(RecordSchemas schemas, EventCatalogue catalogue) {
        var envelope = schemas.ofRecord(StoredEvent.class);
        var names = ((ObjectNode) envelope.get("properties").get("name")).putArray("enum");
        for (var entry : catalogue.entries()) names.add(entry.name());
        return envelope;
    }

    private static void choose(ArrayNode cases, Entry entry) {
        var choice = cases.addObject();
        var asked = choice.putObject("if").putObject("properties");
        asked.putObject("name").put("const", entry.name());
        asked.putObject("revision").put("const", entry.revision());
        choice.putObject("then").putObject("properties").putObject("data").put("$ref", DEFINITIONS + key(entry));
    }

    private static String key(Entry entry) {
        return entry.name() + "@" + entry.revision();
    }
}
