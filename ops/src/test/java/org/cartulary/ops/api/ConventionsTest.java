package org.cartulary.ops.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.cartulary.command.api.CommandEndpoints;
import org.cartulary.ops.RunningService;
import org.cartulary.ops.api.HttpChannel.Answer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What docs/api.md promises of all operations, tried with each that the API's description has. */
class ConventionsTest {

    private static final Pattern LOOKS_LIKE_A_MOMENT = Pattern.compile("\\d{4}-\\d\\d-\\d\\d[Tt ]\\d\\d:.*");
    private static final Pattern MOMENT = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,9})?Z");
    private static final String CARD = "4111111111111111";

    /** Names of goods and positions are numbers of their own, and may look like those of cards. */
    private static final List<String> OTHER_NUMBERS = List.of("sku", "gtin", "min-position", "asOfPosition");

    @TempDir
    static Path home;

    static HttpChannel channel;
    static JsonNode document;

    @BeforeAll
    static void start() throws Exception {
        channel = new HttpChannel(RunningService.on(home));
        document = channel.get("/v3/api-docs").body();
        for (var endpoint : CommandEndpoints.ALL)
            for (var example : endpoint.examples()) Shop.accepted(channel.post(endpoint.path(), example));
    }

    @AfterAll
    static void stop() {
        channel.close();
    }

    /** @param read whether nothing but an address is sent */
    private record Operation(String path, boolean read, JsonNode said) {

        Answer ask(String query) throws Exception {
            return read ? channel.get(filled() + query) : channel.post(path + query, body().toString());
        }

        ObjectNode body() {
            var examples = said.at("/requestBody/content/application~1json/examples");
            return (ObjectNode) examples.iterator().next().get("value").deepCopy();
        }

        /** With values for the variables of its path, of which most exist. */
        private String filled() {
            return path.replace("{sku}", "TEAPOT")
                    .replace("{name}", "stock")
                    .replace("{position}", "1")
                    .replaceAll("\\{[^}]*}", "019cad00-1000-7000-8000-000000000001");
        }

        boolean knows(String parameter) {
            return parameters().contains(parameter);
        }

        List<String> parameters() {
            return said.path("parameters")
                    .valueStream()
                    .map(ConventionsTest::resolved)
                    .filter(parameter -> parameter.path("in").stringValue("").equals("query"))
                    .map(parameter -> parameter.get("name").stringValue())
                    .toList();
        }
    }

    private static JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? document.at(node.get("$ref").stringValue().substring(1)) : node;
    }

    private static List<Operation> operations() {
        var all = new ArrayList<Operation>();
        for (var path : document.get("paths").properties())
            for (var method : path.getValue().properties())
                if (method.getKey().equals("get") || method.getValue().has("requestBody"))
                    all.add(new Operation(path.getKey(), method.getKey().equals("get"), method.getValue()));
        assertThat(all).hasSizeGreaterThan(50);
        return all;
    }

    @Test
    void anUnknownParameterIsRefusedByItsName() throws Exception {
        for (var operation : operations()) {
            var answer = operation.ask("?surprise=1");
            assertThat(answer.status()).as(operation.path()).isEqualTo(400);
            assertThat(answer.code()).as(operation.path()).isEqualTo("UNKNOWN_PARAMETER");
            assertThat(answer.text()).contains("surprise");
        }
    }

    @Test
    void anUnknownMemberIsRefusedByItsName() throws Exception {
        for (var operation : operations()) {
            if (operation.read()) continue;
            var body = operation.body();
            body.put("surprise", 1);
            var answer = channel.post(operation.path(), body.toString());
            assertThat(answer.status()).as(operation.path() + answer.text()).isEqualTo(400);
            assertThat(answer.violation()).as(operation.path()).isEqualTo("surprise");
        }
    }

    @Test
    void everyMomentIsOneOfRfc3339InUtc() throws Exception {
        for (var operation : operations()) {
            if (!operation.read()) continue;
            var answer = operation.ask("?" + (operation.knows("min-position") ? "min-position=" + channel.head() : ""));
            moments(answer.body(), operation.path());
        }
    }

    private static void moments(JsonNode node, String where) {
        if (node.isString() && LOOKS_LIKE_A_MOMENT.matcher(node.stringValue()).matches())
            assertThat(node.stringValue()).as(where).matches(MOMENT);
        node.valueStream().forEach(value -> moments(value, where));
    }

    @Test
    void aCursorBelongsToItsListAndIsReadOrRefused() throws Exception {
        var cursors = new TreeMap<String, String>();
        for (var operation : operations())
            if (operation.knows("cursor")) {
                var first = operation.ask("?limit=1").body();
                if (first.has("next"))
                    cursors.put(operation.filled(), first.get("next").stringValue());
            }
        assertThat(cursors).hasSizeGreaterThan(3);
        for (var list : cursors.keySet())
            for (var other : cursors.entrySet()) {
                var answer = channel.get(list + "?limit=1&cursor=" + other.getValue());
                if (list.equals(other.getKey())) assertThat(answer.status()).isEqualTo(200);
                else assertThat(answer.code()).isEqualTo("INVALID_CURSOR");
                for (int i = 0; i <= other.getValue().length(); i++)
                    isReadOrRefused(list, tampered(other.getValue(), i));
            }
    }

    private static String tampered(String cursor, int at) {
        return at == cursor.length()
                ? ""
                : cursor.substring(0, at) + (at % 2 == 0 ? "_" : "") + cursor.substring(at + 1);
    }

    private static void isReadOrRefused(String list, String cursor) throws Exception {
        var answer = channel.get(list + "?limit=1&cursor=" + cursor);
        if (answer.status() != 200)
            assertThat(answer.code()).as(list + " " + cursor).isIn("INVALID_CURSOR", "INVALID_PARAMETER");
    }

    /** Somebody may hold it for long: it was made by the first version. */
    @Test
    void aCursorOfAnEarlierVersionIsStillRead() throws Exception {
        var page = channel.get("/v1/products?limit=1&cursor=oToecAX_2YtURUFDVVA&min-position=" + channel.head());

        assertThat(page.status()).as(page.text()).isEqualTo(200);
        assertThat(page.body().at("/items/0/sku").stringValue("")).isEqualTo("TEAPOT");
    }

    @Test
    void noProblemRepeatsACardNumber() throws Exception {
        for (var operation : operations()) {
            if (!operation.read()) continue;
            for (var parameter : operation.parameters())
                if (!OTHER_NUMBERS.contains(parameter)) repeatsNone(operation.filled() + "?" + parameter + "=" + CARD);
            repeatsNone(operation.filled() + "?" + CARD + "=1");
            if (!operation.path().contains("{sku}"))
                repeatsNone(operation.path().replaceAll("\\{[^}]*}", URLEncoder.encode(CARD, StandardCharsets.UTF_8)));
        }
        repeatsNone("/v1/nothing/" + CARD);
        assertThat(channel.post(Shop.SALES + "?" + CARD + "=1", "{}").text()).doesNotContain(CARD);
        assertThat(channel.post(Shop.SALES, "{\"" + CARD + "\":1}").text()).doesNotContain(CARD);
    }

    private static void repeatsNone(String address) throws Exception {
        var answer = channel.get(address);
        if (answer.status() >= 400) assertThat(answer.text()).as(address).doesNotContain(CARD);
        assertThat(answer.status()).as(address + answer.text()).isNotEqualTo(500);
    }
}
