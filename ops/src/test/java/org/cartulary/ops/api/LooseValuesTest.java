package org.cartulary.ops.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.cartulary.ops.RunningService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What could be meant in two ways, or could be kept by no table, is refused rather than guessed. */
class LooseValuesTest {

    private static final String LOCATION = """
            {"location": "PORTO", "name": "Shop", "country": "PT", "zone": "Europe/Lisbon", "currency": "EUR",
             "cutOver": "04:00", "occurredAt": "2026-03-01T09:00:00Z"}""";
    private static final String MOMENT = "2026-03-01T09:00:00Z";

    @TempDir
    static Path home;

    static RunningService service;
    static HttpChannel channel;

    @BeforeAll
    static void start() throws Exception {
        service = RunningService.on(home);
        channel = new HttpChannel(service);
        Shop.open(channel, "TEAPOT");
    }

    @AfterAll
    static void stop() {
        channel.close();
    }

    @ParameterizedTest
    @MethodSource("loose")
    void itIsRefusedAndNamedAndLeavesNoRecord(String path, String body, String field) throws Exception {
        long before = channel.head();

        var answer = channel.post(path, body);

        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("MALFORMED_REQUEST");
        assertThat(answer.violation()).as(answer.text()).isEqualTo(field);
        assertThat(answer.text()).doesNotContain("java.", "org.cartulary");
        assertThat(channel.head()).isEqualTo(before);
    }

    static List<Arguments> loose() {
        return List.of(
                location("a year of ten digits", MOMENT, "+1000000000-12-31T23:59:59Z", "occurredAt"),
                location("a moment in seconds, as a text", MOMENT, "1772443800", "occurredAt"),
                location("a time of day as a list", "\"04:00\"", "[4, 0]", "cutOver"),
                location("a card number in a name", "Shop", "4111 1111 1111 1111", "name"),
                location("an identifier that ends with a space", "PORTO", "PORTO ", "location"),
                sale("no total", "\"totalMinor\": 1000,", "", "totalMinor"),
                sale("null for a total", "\"totalMinor\": 1000", "\"totalMinor\": null", "totalMinor"),
                sale("the number of an enumeration's value", "\"CASH\"", "0", "tenders[0].type"));
    }

    private static Arguments location(String what, String from, String to, String field) {
        return argumentSet(what, "/v1/locations", replaced(LOCATION, from, to), field);
    }

    private static Arguments sale(String what, String from, String to, String field) {
        return argumentSet(what, Shop.SALES, replaced(Shop.sale("TEAPOT"), from, to), field);
    }

    private static String replaced(String body, String from, String to) {
        assertThat(body).contains(from);
        return body.replace(from, to);
    }

    @ParameterizedTest
    @ValueSource(strings = {"4111111111111111", "order/4111-1111-1111-1111"})
    void aCardNumberIsNoKey(String key) throws Exception {
        var answer = channel.post(Shop.RECEIPTS, Shop.receipt("TEAPOT", "1"), key);

        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        assertThat(answer.text()).doesNotContain("1111");
    }

    @ParameterizedTest
    @ValueSource(strings = {"?dryRun=%zz", "?%zz=1"})
    void anAddressThatIsNotWellEncodedIsMalformed(String parameters) throws Exception {
        assertThat(raw(Shop.RECEIPTS + parameters, "never", "somebody")).startsWith("HTTP/1.1 400");
    }

    @Test
    void whatHeadersSayInUtf8IsKeptAsItWasSaid() throws Exception {
        var key = UUID.randomUUID().toString();

        assertThat(raw(Shop.RECEIPTS, key, "Zoë")).startsWith("HTTP/1.1 200");

        var record = channel.get("/v1/history/commands/default/" + key + "?min-position=" + channel.head());
        assertThat(record.body().path("actor").stringValue("")).isEqualTo("Zoë");
    }

    /** Byte for byte, which Java's client would not send. */
    private static String raw(String path, String key, String actor) throws IOException {
        var body = Shop.receipt("TEAPOT", "1");
        var request = """
                POST %s HTTP/1.1\r
                Host: 127.0.0.1\r
                Connection: close\r
                Content-Type: application/json\r
                Content-Length: %d\r
                Idempotency-Key: %s\r
                Cartulary-Actor: %s\r
                \r
                %s""".formatted(path, body.getBytes(StandardCharsets.UTF_8).length, key, actor, body);
        try (var socket = new Socket("127.0.0.1", service.port())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
