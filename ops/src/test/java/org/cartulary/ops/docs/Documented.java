package org.cartulary.ops.docs;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The API's documentation as its readers get it. */
record Documented(JsonNode document) {

    private static final List<String> METHODS = List.of("get", "put", "post", "delete", "patch");
    static final SchemaRegistry REGISTRY = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    /** One operation, called after where it is. */
    record Operation(String place, JsonNode said) {

        String id() {
            return said.path("operationId").stringValue("");
        }

        @Override
        public String toString() {
            return place;
        }
    }

    static Documented read(String text) {
        return new Documented(JsonMapper.shared().readTree(text));
    }

    List<Operation> operations() {
        return document.get("paths").properties().stream()
                .flatMap(path -> path.getValue().properties().stream()
                        .filter(method -> METHODS.contains(method.getKey()))
                        .map(method ->
                                new Operation(method.getKey().toUpperCase() + " " + path.getKey(), method.getValue())))
                .toList();
    }

    /** What is referred to, where it is a reference. */
    JsonNode resolved(JsonNode node) {
        var reference = node.path("$ref").stringValue("");
        return reference.isEmpty() ? node : document.at(reference.substring(1));
    }

    Stream<JsonNode> parameters(Operation operation) {
        return operation.said().path("parameters").valueStream().map(this::resolved);
    }

    JsonNode schemas() {
        return document.at("/components/schemas");
    }

    /** A validator of one schema of the document. */
    Schema validator(JsonNode schema) {
        var whole = (ObjectNode) schema.deepCopy();
        whole.putObject("components").set("schemas", schemas());
        return REGISTRY.getSchema(whole);
    }
}
