package org.cartulary.ops.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import org.cartulary.events.kernel.Uuid7;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Puts something wrong into a body that is right. */
final class Mutations {

    private static final Pattern UUID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final int MANY = 2_100;

    private Mutations() {}

    /** A place in a body: a member of an object or an entry of a list. */
    private record Place(JsonNode within, String name, int index) {

        JsonNode value() {
            return name == null ? within.get(index) : within.get(name);
        }

        void put(JsonNode value) {
            if (within instanceof ObjectNode object) object.set(name, value);
            else ((ArrayNode) within).set(index, value);
        }

        void remove() {
            if (within instanceof ObjectNode object) object.remove(name);
            else ((ArrayNode) within).remove(index);
        }
    }

    /** The same body about something else: what has an id of its own gets another one. */
    static JsonNode renamed(JsonNode body) {
        for (var place : places(body)) {
            var value = place.value();
            if (place.within() == body
                    && value.isString()
                    && UUID.matcher(value.stringValue()).matches())
                place.put(JsonNodeFactory.instance.stringNode(Uuid7.random().toString()));
        }
        return body;
    }

    static void mutate(JsonNode body, RandomGenerator random) {
        var places = places(body);
        if (places.isEmpty()) return;
        var place = places.get(random.nextInt(places.size()));
        switch (random.nextInt(8)) {
            case 0 -> place.remove();
            case 1 ->
                place.put(places.get(random.nextInt(places.size())).value().deepCopy());
            case 2 -> unknown(body, random);
            case 3 -> repeat(place.value(), random);
            default -> place.put(Odd.value(random));
        }
    }

    private static void unknown(JsonNode body, RandomGenerator random) {
        if (body instanceof ObjectNode object) object.set(Odd.text(random), Odd.value(random));
    }

    private static void repeat(JsonNode value, RandomGenerator random) {
        if (!(value instanceof ArrayNode list) || list.isEmpty()) return;
        var first = list.get(0);
        for (int i = random.nextInt(50) == 0 ? MANY : 1; i > 0; i--) list.add(first.deepCopy());
    }

    private static List<Place> places(JsonNode body) {
        var places = new ArrayList<Place>();
        collect(body, places);
        return places;
    }

    private static void collect(JsonNode node, List<Place> into) {
        if (node.isObject())
            for (var member : node.properties()) {
                into.add(new Place(node, member.getKey(), 0));
                collect(member.getValue(), into);
            }
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            into.add(new Place(node, null, i));
            collect(node.get(i), into);
        }
    }

    /** Copies of a body, each with one of its texts replaced. */
    static List<JsonNode> withEachText(JsonNode body, String text) {
        var copies = new ArrayList<JsonNode>();
        for (int i = 0; i < places(body).size(); i++) {
            if (!places(body).get(i).value().isString()) continue;
            var copy = renamed(body.deepCopy());
            places(copy).get(i).put(JsonNodeFactory.instance.stringNode(text));
            copies.add(copy);
        }
        return copies;
    }
}
