package org.cartulary.events.schema;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.cartulary.events.MayBeAbsent;
import org.cartulary.events.json.CanonicalJson;
import org.cartulary.events.kernel.Money;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes the JSON Schema of records and of all that they are made of. Every record, enum and value type becomes one named
 * definition, called after its capability and itself: {@code sale.Tender}, {@code Sku}.
 */
public final class RecordSchemas {

    /** Who writes the JSON: the ledger tells all that it knows, a caller may leave out what has a default. */
    public enum Writer {
        LEDGER,
        CALLER
    }

    private static final List<String> SHARED = List.of("kernel", "api");

    private final String prefix;
    private final Writer writer;
    private final Map<String, ObjectNode> definitions = new TreeMap<>();
    private final Map<String, Class<?>> owners = new TreeMap<>();

    /** @param prefix of references to definitions, such as {@code #/$defs/} */
    public RecordSchemas(String prefix, Writer writer) {
        this.prefix = prefix;
        this.writer = writer;
    }

    /** All that was referred to so far, by name. */
    public Map<String, ObjectNode> definitions() {
        return definitions;
    }

    /** The schema of a type: a reference where the type has a name. */
    public ObjectNode of(Type type) {
        if (type instanceof ParameterizedType list && list.getRawType() == List.class)
            return object().put("type", "array").set("items", of(list.getActualTypeArguments()[0]));
        var known = (Class<?>) type;
        if (ValueSchemas.isPlain(known)) return ValueSchemas.plain(known);
        if (writer == Writer.CALLER && ValueSchemas.isHashed(known)) return ValueSchemas.beforeHashing(known);
        define(known);
        return object().put("$ref", prefix + nameOf(known));
    }

    /** The schema of a record's members, not as a reference. */
    public ObjectNode ofRecord(Class<?> type) {
        var schema = object().put("type", "object");
        describe(schema, Descriptions.of(type));
        var members = schema.putObject("properties");
        for (var component : type.getRecordComponents()) members.set(component.getName(), member(type, component));
        var required = schema.putArray("required");
        Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getName)
                .filter(name -> !mayBeAbsent(type, name))
                .forEach(required::add);
        if (writer == Writer.CALLER) schema.put("additionalProperties", false);
        return schema;
    }

    /** The capability and the simple name; the simple name alone for what belongs to no capability. */
    public static String nameOf(Class<?> type) {
        var packages = type.getPackageName().split("\\.");
        var capability = packages[packages.length - 1];
        return SHARED.contains(capability) ? type.getSimpleName() : capability + "." + type.getSimpleName();
    }

    private void define(Class<?> type) {
        var owner = owners.putIfAbsent(nameOf(type), type);
        if (owner == type) return;
        if (owner != null) throw new IllegalStateException(owner + " and " + type + " have one name");
        definitions.put(nameOf(type), definition(type));
    }

    private ObjectNode definition(Class<?> type) {
        if (ValueSchemas.isNamed(type)) return ValueSchemas.named(type);
        if (type.isEnum()) return enumeration(type);
        if (type.isRecord()) return ofRecord(type);
        throw new IllegalStateException(
                type + " is no record, enum or known value: say in ValueSchemas what it looks like");
    }

    private ObjectNode enumeration(Class<?> type) {
        var schema = object().put("type", "string");
        describe(schema, (Descriptions.of(type) + " " + Descriptions.ofConstants(type)).strip());
        var names = schema.putArray("enum");
        for (var constant : type.getEnumConstants()) names.add(((Enum<?>) constant).name());
        return schema;
    }

    private ObjectNode member(Class<?> type, RecordComponent component) {
        var schema = of(component.getGenericType());
        var unit = Unit.of(component.getName());
        if (unit != null) schema.put("x-unit", unit);
        if (component.getName().endsWith("Minor"))
            schema.put("minimum", -Money.MAX_MINOR).put("maximum", Money.MAX_MINOR);
        describe(schema, Descriptions.ofComponent(type, component.getName()));
        return schema;
    }

    /** What a caller may leave out is said by the factory that fills it in, where there is one. */
    private boolean mayBeAbsent(Class<?> type, String member) {
        var factory = writer == Writer.CALLER ? factory(type) : Optional.<Method>empty();
        return factory.isPresent()
                ? Arrays.stream(factory.get().getParameters())
                        .anyMatch(parameter -> parameter.getName().equals(member) && isMarked(parameter))
                : Arrays.stream(type.getRecordComponents())
                        .anyMatch(component -> component.getName().equals(member) && isMarked(component));
    }

    private static boolean isMarked(AnnotatedElement declared) {
        return declared.isAnnotationPresent(MayBeAbsent.class);
    }

    private static Optional<Method> factory(Class<?> type) {
        return Arrays.stream(type.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(JsonCreator.class))
                .findFirst();
    }

    private static void describe(ObjectNode schema, String description) {
        if (!description.isEmpty()) schema.put("description", description);
    }

    private static ObjectNode object() {
        return CanonicalJson.MAPPER.createObjectNode();
    }
}
