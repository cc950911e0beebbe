package org.cartulary.ops.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.cartulary.ops.RunningService;
import org.cartulary.ops.api.HttpChannel.Answer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What can't be understood is answered with a problem document that says what to change, and leaves no record. */
class MalformedCommandsTest {

    private static final String AT = "\"occurredAt\": \"2026-03-02T09:30:00Z\"}";
    private static final String TEAPOTS = "{\"stock\": {\"location\": \"LISBON\", \"sku\": \"TEAPOT\"}, ";

    @TempDir
    static Path home;

    static HttpChannel channel;

    private long before;

    @BeforeAll
    static void start() throws Exception {
        channel = new HttpChannel(RunningService.on(home));
        Shop.open(channel, "TEAPOT");
    }

    @AfterAll
    static void stop() {
        channel.close();
    }

    @BeforeEach
    void looksAtTheLedger() {
        before = channel.head();
    }

    @AfterEach
    void nothingWasRecorded() {
        assertThat(channel.head()).isEqualTo(before);
    }

    /** Rule book, "Commands": Idempotency-Key required; missing: 400. */
    @Test
    void aCommandWithoutAKeyIsNotDecided() throws Exception {
        var body = BodyPublishers.ofString(Shop.receipt("TEAPOT", "1"));
        isProblem(channel.postWithoutKey(Shop.RECEIPTS, "application/json", body), 400, "IDEMPOTENCY_KEY_MISSING");
    }

    @ParameterizedTest
    @MethodSource
    void aKeyThatIsNoneIsNamed(String key) throws Exception {
        var answer = channel.post(Shop.RECEIPTS, Shop.receipt("TEAPOT", "1"), key);
        isProblem(answer, 400, "MALFORMED_REQUEST");
        assertThat(answer.violation()).isEqualTo("Idempotency-Key");
    }

    static List<String> aKeyThatIsNoneIsNamed() {
        return List.of("a key", "k".repeat(129));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "{", "{'stock': 1}", "{\"quantity\": NaN}", "{\"quantity\": \"1\", \"quantity\": \"2\"}"})
    void whatIsNoJsonIsNotRead(String body) throws Exception {
        isProblem(channel.post(Shop.RECEIPTS, body), 400, "MALFORMED_JSON");
    }

    @Test
    void aSecondDocumentAfterTheFirstIsNotLost() throws Exception {
        var two = Shop.receipt("TEAPOT", "1") + Shop.receipt("TEAPOT", "2");
        assertThat(channel.post(Shop.RECEIPTS, two).status()).isEqualTo(400);
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void theFieldThatIsWrongIsNamed(String path, String body, String field) throws Exception {
        var answer = channel.post(path, body);
        isProblem(answer, 400, "MALFORMED_REQUEST");
        assertThat(answer.violation()).as(answer.text()).isEqualTo(field);
        assertThat(answer.text()).doesNotContain("org.cartulary", "java.", "jackson");
    }

    static List<Arguments> wrong() {
        return List.of(
                wrong("a missing object", "{\"quantity\": \"1\", " + AT, "stock"),
                wrong("a missing text", TEAPOTS + AT, "quantity"),
                wrong("a missing moment", TEAPOTS + "\"quantity\": \"1\"}", "occurredAt"),
                wrong("an unknown member", TEAPOTS + "\"quantity\": \"1\", \"qty\": 1, " + AT, "qty"),
                wrong("a number for a text", TEAPOTS + "\"quantity\": 1, " + AT, "quantity"),
                wrong("a text for an object", "{\"stock\": \"LISBON/TEAPOT\", \"quantity\": \"1\", " + AT, "stock"),
                wrong("a negative quantity", TEAPOTS + "\"quantity\": \"-1\", " + AT, "quantity"),
                wrong("nothing", TEAPOTS + "\"quantity\": \"0\", " + AT, "quantity"),
                wrong(
                        "a moment as a number",
                        TEAPOTS + "\"quantity\": \"1\", \"occurredAt\": 1772443800}",
                        "occurredAt"),
                wrong(
                        "a day for a moment",
                        TEAPOTS + "\"quantity\": \"1\", \"occurredAt\": \"2026-03-02\"}",
                        "occurredAt"),
                argumentSet(
                        "a missing member of a line",
                        Shop.SALES,
                        Shop.sale("TEAPOT").replace("\"sku\": \"TEAPOT\", ", ""),
                        "lines[0].sku"),
                argumentSet(
                        "a fraction of a cent",
                        Shop.SALES,
                        Shop.sale("TEAPOT").replace("\"totalMinor\": 1000", "\"totalMinor\": 1000.4"),
                        "totalMinor"),
                argumentSet(
                        "an unknown kind",
                        Shop.SALES,
                        Shop.sale("TEAPOT").replace("\"CASH\"", "\"SHELLS\""),
                        "tenders[0].type"));
    }

    private static Arguments wrong(String what, String body, String field) {
        return argumentSet(what, Shop.RECEIPTS, body, field);
    }

    @ParameterizedTest
    @ValueSource(strings = {Shop.RECEIPTS, Shop.BULK})
    void nullIsNoCommand(String path) throws Exception {
        isProblem(channel.post(path, "null"), 400, "MALFORMED_REQUEST");
    }

    /** Stored, it would stop every projection that writes the text into a table. */
    @ParameterizedTest
    @ValueSource(strings = {"\\u0000", "\\ud800", "\\udc00\\ud800"})
    void aTextThatNoTableCanHoldIsRefused(String character) throws Exception {
        var answer = channel.post(
                Shop.RECEIPTS, TEAPOTS + "\"quantity\": \"1\", \"reference\": \"PO" + character + "1\", " + AT);
        isProblem(answer, 400, "MALFORMED_REQUEST");
        assertThat(answer.violation()).isEqualTo("reference");
    }

    @Test
    void aBodyBeyondItsLimitIsTooLarge() throws Exception {
        var body = Shop.receipt("TEAPOT", "1");
        var padded = body + " ".repeat(2 * 1024 * 1024 - body.length());
        isProblem(channel.post(Shop.RECEIPTS, padded + " "), 413, "BODY_TOO_LARGE");
        var dry = channel.post(Shop.RECEIPTS + "?dryRun=true", padded);
        assertThat(dry.status()).as("two mebibytes are not too large").isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/x-www-form-urlencoded", "nonsense"})
    void whatIsNotSentAsJsonIsNotRead(String type) throws Exception {
        var body = BodyPublishers.ofString(Shop.receipt("TEAPOT", "1"));
        isProblem(channel.postWithoutKey(Shop.RECEIPTS + "?dryRun=true", type, body), 415, "UNSUPPORTED_MEDIA_TYPE");
    }

    @Test
    void jsonBeyondItsLimitsIsNotRead() throws Exception {
        var deep = Shop.item("stock.ReceiveGoods", "deep", "[".repeat(20) + "]".repeat(20));
        var answer = channel.post(Shop.BULK, Shop.batch("", List.of(deep)));
        isProblem(answer, 400, "JSON_LIMIT_EXCEEDED");
        var longText = TEAPOTS + "\"quantity\": \"1\", \"reference\": \"" + "x".repeat(10_001) + "\", " + AT;
        var other = channel.post(Shop.RECEIPTS, longText);
        isProblem(other, 400, "JSON_LIMIT_EXCEEDED");
        assertThat(answer.text() + other.text()).doesNotContain("StreamReadConstraints");
    }

    @Test
    void aThousandAndOneCommandsAreTooMany() throws Exception {
        var one = Shop.item("stock.ReceiveGoods", "never", Shop.receipt("TEAPOT", "1"));
        var answer = channel.post(Shop.BULK, Shop.batch("", Collections.nCopies(1_001, one)));
        isProblem(answer, 400, "MALFORMED_REQUEST");
        assertThat(answer.violation()).isEqualTo("commands");
    }

    @Test
    void anUnknownParameterIsNotLost() throws Exception {
        var body = Shop.receipt("TEAPOT", "1");
        isProblem(channel.post(Shop.RECEIPTS + "?dryrun=true", body), 400, "UNKNOWN_PARAMETER");
        isProblem(channel.post(Shop.BULK + "?dryRun=true", body), 400, "UNKNOWN_PARAMETER");
        isProblem(channel.post(Shop.RECEIPTS + "?dryRun=yes", body), 400, "MALFORMED_REQUEST");
    }

    @Test
    void aCardNumberIsRefusedAndNotRepeated() throws Exception {
        var key = UUID.randomUUID().toString();
        var body = TEAPOTS + "\"quantity\": \"1\", \"reference\": \"4111 1111 1111 1111\", " + AT;
        var answer = channel.post(Shop.RECEIPTS, body, key);
        isProblem(answer, 400, "MALFORMED_REQUEST");
        assertThat(answer.text()).doesNotContain("1111");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/nothing", "/v1/stock/receipts/", "/v1/sales/lines/of/a/sale"})
    void whereNothingIsThatIsSaid(String path) throws Exception {
        isProblem(channel.get(path), 404, "NOT_FOUND");
        isProblem(channel.post(path, "{}"), 404, "NOT_FOUND");
    }

    @ParameterizedTest
    @ValueSource(strings = {Shop.RECEIPTS, Shop.BULK, "/v1/products", "/v1/history/events"})
    void whatAnAddressDoesNotTakeIsNotAllowed(String path) throws Exception {
        var answer = channel.send("DELETE", path);
        isProblem(answer, 405, "METHOD_NOT_ALLOWED");
        assertThat(answer.header("Allow")).containsAnyOf("POST", "GET");
    }

    @Test
    void commandsAreSentAndNotRead() throws Exception {
        isProblem(channel.get(Shop.RECEIPTS), 405, "METHOD_NOT_ALLOWED");
    }

    private void isProblem(Answer answer, int status, String code) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.code()).as(answer.text()).isEqualTo(code);
        assertThat(answer.body().path("status").intValue()).isEqualTo(status);
        assertThat(answer.body().path("type").stringValue(""))
                .isEqualTo("urn:cartulary:problem:" + code.toLowerCase().replace('_', '-'));
        assertThat(answer.position()).isEqualTo(before);
    }
}
