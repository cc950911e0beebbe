package org.cartulary.ops.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Requests to every operation of the API's description, many of them right and most of them wrong in a way or two. */
final class Requests {

    private static final List<String> HEADERS =
            List.of("Cartulary-Client", "Cartulary-Actor", "Cartulary-Device", "Cartulary-Channel", "Cartulary-Reason");

    private final List<Operation> commands = new ArrayList<>();
    private final List<Operation> reads = new ArrayList<>();
    private final Schemas schemas;

    /** @param examples bodies that its schema allows; none of a read */
    private record Operation(String path, JsonNode said, JsonNode schema, List<JsonNode> examples) {}

    Requests(JsonNode document) {
        schemas = new Schemas(document);
        for (var path : document.get("paths").properties())
            for (var method : path.getValue().properties())
                if (method.getKey().equals("get"))
                    reads.add(new Operation(path.getKey(), method.getValue(), null, List.of()));
                else if (method.getValue().has("requestBody")) commands.add(command(path.getKey(), method.getValue()));
    }

    private Operation command(String path, JsonNode said) {
        var body = said.at("/requestBody/content/application~1json");
        var examples = body.path("examples")
                .valueStream()
                .map(example -> example.get("value"))
                .toList();
        for (var example : examples) schemas.learn(body.get("schema"), example);
        return new Operation(path, said, body.get("schema"), examples);
    }

    /** The same number makes the same request, but for the ids that it makes up. */
    byte[] command(long seed) {
        var random = new SplittableRandom(seed);
        var operation = commands.get(random.nextInt(commands.size()));
        var head = new StringBuilder("POST " + operation.path());
        if (random.nextInt(10) == 0) head.append("?dryRun=").append(random.nextInt(5) > 0 ? "true" : odd(random));
        head.append(" HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n");
        if (random.nextInt(40) > 0) header(head, "Idempotency-Key", key(random, seed));
        if (random.nextInt(5) == 0)
            header(head, HEADERS.get(random.nextInt(HEADERS.size())), utf8(printable(Odd.text(random))));
        return request(head, body(operation, random));
    }

    private static String key(RandomGenerator random, long seed) {
        return switch (random.nextInt(30)) {
            case 0 -> utf8(printable(Odd.text(random)));
            case 1 -> "fuzz-again-" + random.nextInt(10);
            default -> "fuzz-" + seed;
        };
    }

    private byte[] body(Operation operation, RandomGenerator random) {
        var body = random.nextInt(10) < 7 && !operation.examples().isEmpty()
                ? example(operation, random)
                : schemas.make(operation.schema(), random);
        var bytes = Odd.JSON.writeValueAsBytes(body);
        if (random.nextInt(25) == 0 && bytes.length > 0)
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        return bytes;
    }

    private static JsonNode example(Operation operation, RandomGenerator random) {
        var body = operation
                .examples()
                .get(random.nextInt(operation.examples().size()))
                .deepCopy();
        if (random.nextInt(4) > 0) Mutations.renamed(body);
        for (int i = random.nextInt(3); i > 0; i--) Mutations.mutate(body, random);
        if (body.has("commands")) rename(body.get("commands"), random);
        return body;
    }

    /** Each command of a batch has a key of its own, which must not be used for ever. */
    private static void rename(JsonNode commands, RandomGenerator random) {
        for (var command : commands.values())
            if (command instanceof ObjectNode object && random.nextInt(20) > 0)
                object.put("key", "fuzz-batch-" + random.nextLong());
    }

    byte[] read(long seed) {
        var random = new SplittableRandom(seed);
        var operation = reads.get(random.nextInt(reads.size()));
        var path = operation.path();
        var query = new StringBuilder();
        for (var reference : operation.said().path("parameters").values()) {
            var parameter = schemas.resolved(reference);
            var name = parameter.get("name").stringValue();
            var value = random.nextInt(3) == 0 ? known(random) : schemas.parameter(parameter.path("schema"), random);
            if (parameter.path("in").stringValue("").equals("path"))
                path = path.replace("{" + name + "}", encoded(value));
            else if (!name.equals("min-position") && random.nextInt(3) == 0)
                query.append(query.isEmpty() ? "?" : "&")
                        .append(name)
                        .append('=')
                        .append(encoded(value));
        }
        if (random.nextInt(20) == 0)
            query.append(query.isEmpty() ? "?" : "&").append(odd(random)).append("=1");
        return request(new StringBuilder("GET " + path + query + " HTTP/1.1\r\nHost: 127.0.0.1\r\n"), new byte[0]);
    }

    private String known(RandomGenerator random) {
        var texts = schemas.texts();
        return texts.get(random.nextInt(texts.size()));
    }

    private static String odd(RandomGenerator random) {
        return encoded(Odd.text(random));
    }

    /** No longer than a line may be. */
    private static String encoded(String value) {
        return URLEncoder.encode(value.length() > 1_000 ? value.substring(0, 1_000) : value, UTF_8);
    }

    private static String printable(String text) {
        var line = text.replaceAll("[\\x00-\\x1f\\x7f]", "");
        return line.length() > 4_000 ? line.substring(0, 4_000) : line;
    }

    private static String utf8(String text) {
        return new String(text.getBytes(UTF_8), ISO_8859_1);
    }

    private static void header(StringBuilder head, String name, String value) {
        head.append(name).append(": ").append(value).append("\r\n");
    }

    private static byte[] request(StringBuilder head, byte[] body) {
        if (body.length > 0) header(head, "Content-Length", Integer.toString(body.length));
        var all = new ByteArrayOutputStream();
        all.writeBytes(head.append("\r\n").toString().getBytes(ISO_8859_1));
        all.writeBytes(body);
        return all.toByteArray();
    }
}
