package org.cartulary.ops.limits;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.cartulary.ops.RunningService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every input has a size at which it is still understood, and one more is refused with a problem document. */
class LimitsTest {

    private static final String RECEIPTS = "/v1/stock/receipts";
    private static final String RECEIPT = """
            {"stock":{"location":"LISBON","sku":"TEAPOT"},"quantity":"1","occurredAt":"2026-03-02T09:30:00Z"%s}""";
    private static final int OTHER_BYTES_OF_HEAD = 200;

    @TempDir
    static Path home;

    static RunningService service;

    @BeforeAll
    static void start() {
        service = RunningService.on(home);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    /**
     * @param at what is understood; the ledger may still refuse it by a rule, for no such shop is open
     * @param code with which the next larger one is refused
     */
    @ParameterizedTest
    @MethodSource("limits")
    void atTheLimitItIsUnderstoodAndBeyondItIsRefused(int at, IntFunction<String[]> request, String code)
            throws IOException {
        var understood = send(request.apply(at));
        assertThat(understood).doesNotContain(code);
        assertThat(status(understood)).isIn(200, 404, 422);

        var refused = send(request.apply(at + 1));
        assertThat(status(refused)).as(refused).isBetween(400, 499);
        assertThat(refused).contains("application/problem+json", "\"code\":\"" + code + "\"");
    }

    static List<Arguments> limits() {
        return List.of(
                limit("bytes of a command", 2 * 1024 * 1024, LimitsTest::padded, "BODY_TOO_LARGE"),
                limit("bytes of a batch", 16 * 1024 * 1024, LimitsTest::paddedBatch, "BODY_TOO_LARGE"),
                limit("commands of a batch", 1_000, LimitsTest::batchOf, "MALFORMED_REQUEST"),
                limit("depth of JSON", 20, LimitsTest::deep, "JSON_LIMIT_EXCEEDED"),
                limit(
                        "characters of a text",
                        64,
                        n -> with(",\"reference\":\"" + "r".repeat(n) + "\""),
                        "MALFORMED_REQUEST"),
                limit(
                        "characters of a key",
                        128,
                        n -> command(RECEIPT.formatted(""), "k".repeat(n)),
                        "MALFORMED_REQUEST"),
                limit(
                        "characters of an actor",
                        64,
                        n -> header("Cartulary-Actor: " + "a".repeat(n)),
                        "MALFORMED_REQUEST"),
                limit(
                        "characters of a reason",
                        256,
                        n -> header("Cartulary-Reason: " + "a".repeat(n)),
                        "MALFORMED_REQUEST"),
                limit("rows of a list", 1_000, n -> get("/v1/products?limit=" + n), "INVALID_PARAMETER"),
                limit("parameters", 100, LimitsTest::parameters, "MALFORMED_REQUEST"));
    }

    private static Arguments limit(String what, int at, IntFunction<String[]> request, String code) {
        return argumentSet(what, at, request, code);
    }

    /** A head and a body. */
    private static String[] command(String body, String key, String... headers) {
        return post(RECEIPTS, body, key, headers);
    }

    private static String[] post(String path, String body, String key, String... headers) {
        var all = new ArrayList<>(List.of(
                "Content-Type: application/json",
                "Idempotency-Key: " + key,
                "Content-Length: " + body.getBytes(UTF_8).length));
        all.addAll(List.of(headers));
        return new String[] {RawHttp.head("POST " + path, all.toArray(String[]::new)), body};
    }

    private static String[] get(String path) {
        return new String[] {RawHttp.head("GET " + path), ""};
    }

    private static String[] with(String members) {
        return command(RECEIPT.formatted(members), key());
    }

    private static String[] header(String header) {
        return command(RECEIPT.formatted(""), key(), header);
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }

    private static String[] padded(int bytes) {
        var body = RECEIPT.formatted("");
        return command(body + " ".repeat(bytes - body.length()), key());
    }

    private static String[] paddedBatch(int bytes) {
        var body = batch(1);
        return post("/v1/commands", body + " ".repeat(bytes - body.length()), key());
    }

    private static String[] batchOf(int commands) {
        return post("/v1/commands", batch(commands), key());
    }

    private static String batch(int commands) {
        return IntStream.range(0, commands)
                .mapToObj(i -> "{\"name\":\"stock.ReceiveGoods\",\"command\":" + RECEIPT.formatted("") + "}")
                .collect(java.util.stream.Collectors.joining(",", "{\"commands\":[", "]}"));
    }

    /** The first level is the command's own; an unknown member is refused only when it has been read. */
    private static String[] deep(int levels) {
        return post(
                "/v1/commands",
                "{\"commands\":[{\"command\":" + "[".repeat(levels - 3) + "]".repeat(levels - 3)
                        + ",\"name\":\"none\"}]}",
                key());
    }

    private static String[] parameters(int number) {
        return get("/v1/nothing?"
                + IntStream.range(0, number)
                        .mapToObj(i -> "p" + i + "=1")
                        .collect(java.util.stream.Collectors.joining("&")));
    }

    @Test
    void theLineAndTheHeadersAreAtMostEightKibibytes() throws IOException {
        var fits = "a".repeat(8 * 1024 - OTHER_BYTES_OF_HEAD);
        for (var request :
                List.of(get("/v1/nothing?x=" + fits), new String[] {RawHttp.head("GET /v1/nothing", "X: " + fits), ""}))
            assertThat(send(request)).startsWith("HTTP/1.1 404");

        var tooLong = "a".repeat(8 * 1024 + 1);
        for (var request : List.of(
                get("/v1/nothing?x=" + tooLong), new String[] {RawHttp.head("GET /v1/nothing", "X: " + tooLong), ""}))
            assertThat(send(request))
                    .startsWith("HTTP/1.1 400")
                    .contains("application/problem+json", "\"code\":\"BAD_REQUEST\"")
                    .doesNotContain("<html", "Tomcat");
    }

    @Test
    void whatIsPackedIsNotUnpacked() throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            for (int i = 0; i < 100; i++) gzip.write(new byte[1024 * 1024]);
        }
        for (var path : List.of(RECEIPTS, "/v1/commands", "/v1/stored-value/lookups", "/v1/nothing")) {
            var head = RawHttp.head(
                    "POST " + path,
                    "Content-Type: application/json",
                    "Content-Encoding: gzip",
                    "Content-Length: " + packed.size());
            assertThat(RawHttp.answer(service.port(), head, packed::writeTo))
                    .startsWith("HTTP/1.1 415")
                    .contains("Accept-Encoding: identity", "\"code\":\"UNSUPPORTED_CONTENT_ENCODING\"");
        }
    }

    @Test
    void formsAndFilesAreTakenNowhere() throws IOException {
        for (var type :
                List.of("multipart/form-data; boundary=x", "application/x-www-form-urlencoded", "text/xml", "?"))
            for (var path : List.of(RECEIPTS, "/v1/projections/stock/rebuild", "/v1/nothing"))
                assertThat(send(new String[] {
                            RawHttp.head("POST " + path, "Content-Type: " + type, "Content-Length: 3"), "a=b"
                        }))
                        .startsWith("HTTP/1.1 415")
                        .contains("\"code\":\"UNSUPPORTED_MEDIA_TYPE\"");
    }

    @Test
    void anAddressThatIsNoneIsRefusedWithoutAPageOfTomcats() throws IOException {
        for (var path : List.of(
                "/v1/%zz",
                "/v1/products%2f",
                "/v1/../products%00",
                "/v1/products;a=b",
                "/v1/products?cursor=%zz",
                "/v1/products?limit=1e400",
                "/?sku=<script>",
                "/v1/products?a=\\")) {
            var answer = send(get(path));
            assertThat(status(answer)).as(path + answer).isEqualTo(400);
            assertThat(answer).contains("application/problem+json", "\"code\":").doesNotContain("<html");
        }
        assertThat(send(get("/error"))).startsWith("HTTP/1.1 404").contains("\"code\":\"NOT_FOUND\"");
        assertThat(send(new String[] {RawHttp.head("TRACE /v1/products"), ""}))
                .startsWith("HTTP/1.1 405")
                .contains("\"code\":\"METHOD_NOT_ALLOWED\"");
    }

    @Test
    void aNumberBeyondAllIsMalformed() throws IOException {
        for (var number : List.of("1e400", "1E999999999", "-1e-400", "9".repeat(41), "9223372036854775808"))
            for (var body : List.of(
                    RECEIPT.formatted(",\"reference\":" + number),
                    RECEIPT.replace("\"1\"", number).formatted(""),
                    RECEIPT.replace("\"1\"", "\"" + number + "\"").formatted("")))
                assertThat(send(command(body, key()))).as(body).startsWith("HTTP/1.1 400");
    }

    private static String send(String[] request) throws IOException {
        return RawHttp.answer(service.port(), request[0], out -> out.write(request[1].getBytes(UTF_8)));
    }

    private static int status(String answer) {
        return Integer.parseInt(answer.substring("HTTP/1.1 ".length(), "HTTP/1.1 200".length()));
    }
}
