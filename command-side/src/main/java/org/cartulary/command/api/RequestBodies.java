package org.cartulary.command.api;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.cartulary.command.kernel.Command;
import org.cartulary.command.storedvalue.CardCodes;
import org.cartulary.events.MayBeAbsent;
import org.cartulary.events.json.CanonicalJson;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import tools.jackson.core.JsonParser;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.type.LogicalType;

/** Reads what callers send, within limits, and refuses every member that it does not know. */
final class RequestBodies {

    /** A sale of 2,000 lines needs less than half of it. */
    static final int MOST_BYTES = 2 * 1024 * 1024;

    static final int MOST_BYTES_IN_BULK = 16 * 1024 * 1024;
    static final int MOST_COMMANDS = 1_000;
    private static final int DEEPEST = 20;
    private static final int LONGEST_TEXT = 10_000;

    private final JsonMapper json;
    private final Map<Class<?>, ObjectReader> readers = new ConcurrentHashMap<>();

    RequestBodies(CardCodes codes) {
        json = CanonicalJson.strict(JsonMapper.builder(JsonFactory.builder()
                        .streamReadConstraints(StreamReadConstraints.builder()
                                .maxNestingDepth(DEEPEST)
                                .maxStringLength(LONGEST_TEXT)
                                .maxNumberLength(40)
                                .maxNameLength(200)
                                .build())
                        .build()))
                // 87.957975 is no amount in minor units, and "1" is no number.
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                // 1e400 is no text.
                .withCoercionConfig(
                        LogicalType.Textual,
                        text -> text.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                                .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                                .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
                .annotationIntrospector(new RequiredNumbers())
                .addModule(TextValues.module(codes))
                .build();
    }

    /**
     * Up to 1,000 commands.
     *
     * @param atomic whether all are recorded in one append, or none
     * @param parallel whether the order of the commands does not matter, so that they may be decided side by side
     */
    record Bulk(@MayBeAbsent boolean atomic, @MayBeAbsent boolean parallel, List<Item> commands) {

        Bulk {
            if (commands == null || commands.isEmpty()) throw new IllegalArgumentException("commands is empty");
            if (commands.stream().anyMatch(Objects::isNull))
                throw new IllegalArgumentException("commands has an empty entry");
            if (commands.size() > MOST_COMMANDS)
                throw new IllegalArgumentException("commands has at most " + MOST_COMMANDS + " entries");
            if (atomic && parallel)
                throw new IllegalArgumentException(
                        "atomic and parallel exclude each other: an atomic batch is one append");
        }
    }

    /**
     * One command of a batch.
     *
     * @param name of the command, such as {@code stock.ReceiveGoods}
     * @param key its idempotency key
     * @param command the body that the command's own endpoint takes
     */
    record Item(String name, String key, JsonNode command) {}

    /** Before anything else is read: Tomcat would take a form's body for parameters. */
    static void requireJson(HttpServletRequest request) {
        if (!isJson(request.getContentType()))
            throw new MalformedRequest(
                    415,
                    "UNSUPPORTED_MEDIA_TYPE",
                    "The body is no JSON",
                    "send it with Content-Type: application/json");
    }

    <C extends Command> C command(HttpServletRequest request, Class<C> type) throws IOException {
        return read(request, type);
    }

    <T> T read(HttpServletRequest request, Class<T> type) throws IOException {
        return present(reader(type).readValue(bytes(request)), "the body");
    }

    BulkBody bulk(HttpServletRequest request) throws IOException {
        if (request.getContentLengthLong() > MOST_BYTES_IN_BULK) throw tooLarge(MOST_BYTES_IN_BULK);
        return new BulkBody(this, json.createParser(new LimitedBody(request.getInputStream(), MOST_BYTES_IN_BULK)));
    }

    /** The command at which the parser stands. */
    <C extends Command> C command(JsonParser at, Class<C> type) {
        return present(
                reader(type)
                        .without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                        .readValue(at),
                "command");
    }

    private ObjectReader reader(Class<?> type) {
        return readers.computeIfAbsent(type, json::readerFor);
    }

    Command command(Item item) {
        var type = CommandEndpoints.named(item.name()).command();
        if (item.command() == null) throw new IllegalArgumentException("command is missing");
        return present(json.treeToValue(item.command(), type), "command");
    }

    /** JSON's {@code null} can be read as anything, and is nothing. */
    private static <T> T present(T read, String what) {
        if (read == null) throw new IllegalArgumentException(what + " is null");
        return read;
    }

    private static byte[] bytes(HttpServletRequest request) throws IOException {
        long announced = request.getContentLengthLong();
        if (announced > MOST_BYTES) throw tooLarge(MOST_BYTES);
        var body = request.getInputStream().readNBytes(announced < 0 ? MOST_BYTES + 1 : (int) announced);
        if (body.length > MOST_BYTES) throw tooLarge(MOST_BYTES);
        if (body.length == 0) throw empty();
        return body;
    }

    static MalformedRequest empty() {
        return new MalformedRequest(400, "MALFORMED_JSON", "The body is empty", "send the command as JSON");
    }

    static MalformedRequest tooLarge(int most) {
        return new MalformedRequest(
                413, "BODY_TOO_LARGE", "The body is too large", "a body has at most " + most + " bytes here");
    }

    private static boolean isJson(String contentType) {
        if (Reply.JSON.equals(contentType)) return true;
        try {
            return contentType != null && MediaType.APPLICATION_JSON.isCompatibleWith(MediaType.valueOf(contentType));
        } catch (InvalidMediaTypeException unreadable) {
            return false;
        }
    }
}
