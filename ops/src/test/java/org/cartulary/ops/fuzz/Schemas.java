package org.cartulary.ops.fuzz;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.cartulary.events.kernel.Uuid7;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Makes values that a schema of the API's description allows, out of what its examples hold where a pattern asks for it. */
final class Schemas {

    private static final JsonNodeFactory MAKE = JsonNodeFactory.instance;
    private static final int DEEPEST = 8;

    private final JsonNode document;
    private final Map<String, List<String>> known = new HashMap<>();

    Schemas(JsonNode document) {
        this.document = document;
    }

    /** Keeps the texts of an example under the names of what they are. */
    void learn(JsonNode schema, JsonNode example) {
        var resolved = resolved(schema);
        if (example.isString())
            known.computeIfAbsent(nameOf(schema), none -> new ArrayList<>()).add(example.stringValue());
        else if (example.isArray()) example.valueStream().forEach(item -> learn(resolved.path("items"), item));
        else
            example.properties()
                    .forEach(member -> learn(resolved.path("properties").path(member.getKey()), member.getValue()));
    }

    JsonNode resolved(JsonNode schema) {
        var reference = schema.path("$ref").stringValue("");
        return reference.isEmpty() ? schema : document.at(reference.substring(1));
    }

    private static String nameOf(JsonNode schema) {
        return schema.path("$ref").stringValue("text");
    }

    JsonNode make(JsonNode schema, RandomGenerator random) {
        return make(schema, random, 0);
    }

    private JsonNode make(JsonNode schema, RandomGenerator random, int depth) {
        if (depth > DEEPEST || random.nextInt(60) == 0) return Odd.value(random);
        var resolved = resolved(schema);
        if (resolved.has("enum")) return one(resolved.get("enum"), random);
        if (resolved.has("oneOf")) return make(one(resolved.get("oneOf"), random), random, depth);
        return switch (resolved.path("type").stringValue("string")) {
            case "object" -> object(resolved, random, depth);
            case "array" -> array(resolved, random, depth);
            case "integer", "number" -> MAKE.numberNode(number(resolved, random));
            case "boolean" -> MAKE.booleanNode(random.nextBoolean());
            default -> MAKE.stringNode(text(schema, resolved, random));
        };
    }

    private static JsonNode one(JsonNode list, RandomGenerator random) {
        return list.get(random.nextInt(list.size()));
    }

    private JsonNode object(JsonNode schema, RandomGenerator random, int depth) {
        var object = MAKE.objectNode();
        var required =
                schema.path("required").valueStream().map(JsonNode::stringValue).toList();
        for (var member : schema.path("properties").properties())
            if (required.contains(member.getKey()) ? random.nextInt(40) > 0 : random.nextInt(3) == 0)
                object.set(member.getKey(), make(member.getValue(), random, depth + 1));
        return object;
    }

    private JsonNode array(JsonNode schema, RandomGenerator random, int depth) {
        var array = MAKE.arrayNode();
        for (int i = random.nextInt(4); i > 0; i--) array.add(make(schema.path("items"), random, depth + 1));
        return array;
    }

    private static long number(JsonNode schema, RandomGenerator random) {
        return switch (random.nextInt(6)) {
            case 0 -> schema.path("minimum").longValue(0);
            case 1 -> schema.path("maximum").longValue(1);
            case 2 -> random.nextLong();
            default -> random.nextInt(5_000);
        };
    }

    private String text(JsonNode schema, JsonNode resolved, RandomGenerator random) {
        if (resolved.path("format").stringValue("").equals("uuid") && random.nextInt(4) > 0)
            return Uuid7.random().toString();
        var values = known.getOrDefault(nameOf(schema), List.of());
        return values.isEmpty() || random.nextInt(12) == 0
                ? Odd.text(random)
                : values.get(random.nextInt(values.size()));
    }

    /** A text as an address may hold it, for a parameter of a read. */
    String parameter(JsonNode schema, RandomGenerator random) {
        var made = make(schema, random);
        return made.isString() ? made.stringValue() : Odd.JSON.writeValueAsString(made);
    }

    /** All texts of the examples. */
    List<String> texts() {
        return known.values().stream().flatMap(List::stream).distinct().toList();
    }
}
