package org.cartulary.ops.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.cartulary.ops.RunningService;
import org.cartulary.ops.api.HttpChannel.Answer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A batch that is known to be no single append is decided while it comes in, and answered while it is decided. */
class StreamedBatchTest {

    private static final String RECEIVE = "stock.ReceiveGoods";
    private static final String ONE_BY_ONE = "\"atomic\": false, ";
    private static final String SIDE_BY_SIDE = "\"parallel\": true, ";

    @TempDir
    static Path home;

    static RunningService service;
    static HttpChannel channel;

    @BeforeAll
    static void start() throws Exception {
        service = RunningService.on(home);
        channel = new HttpChannel(service);
        Shop.open(channel, "TEAPOT", "CUP", "JUG");
    }

    @AfterAll
    static void stop() {
        channel.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {ONE_BY_ONE, SIDE_BY_SIDE})
    void anOutcomeIsToldBeforeTheNextCommandIsSent(String flags) throws Exception {
        long before = channel.head();
        try (var socket = new Socket("127.0.0.1", service.port())) {
            socket.setSoTimeout(60_000);
            send(socket, """
                    POST /v1/commands HTTP/1.1\r
                    Host: 127.0.0.1\r
                    Content-Type: application/json\r
                    Transfer-Encoding: chunked\r
                    \r
                    """);
            chunk(socket, "{" + flags + "\"commands\": [" + receipt(flags.length() + "-first"));
            assertThat(readUntil(socket, flags.length() + "-first\"")).startsWith("HTTP/1.1 200");
            assertThat(channel.head()).isEqualTo(before + 2);
            chunk(socket, "," + receipt(flags.length() + "-second"));
            readUntil(socket, flags.length() + "-second\"");
            assertThat(channel.head()).isEqualTo(before + 4);
            chunk(socket, "]}");
            send(socket, "0\r\n\r\n");
            assertThat(readUntil(socket, "\r\n0\r\n\r\n")).contains("\"accepted\":2", "\"position\":" + (before + 4));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {ONE_BY_ONE, SIDE_BY_SIDE})
    void whatCanNotBeReadEndsTheBatchAndWhatCameBeforeIsDone(String flags) throws Exception {
        var name = "broken-" + flags.length();
        var items = receipts(name, 500);
        long before = channel.head();
        var whole = Shop.batch(flags, items);
        var answer = channel.post(Shop.BULK, whole.substring(0, whole.length() - 2) + ", {\"name\": oops");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().path("items")).hasSize(500);
        assertThat(answer.body().path("accepted").intValue()).isEqualTo(500);
        assertThat(answer.body().at("/stopped/code").stringValue("")).isEqualTo("MALFORMED_JSON");
        assertThat(answer.body().at("/stopped/status").intValue()).isEqualTo(400);
        assertThat(channel.head()).isEqualTo(before + 1_000);
        var mended = channel.post(Shop.BULK, Shop.batch(flags, receipts(name, 501)));
        assertThat(mended.body().path("accepted").intValue()).isEqualTo(501);
        assertThat(mended.body().has("stopped")).isFalse();
        assertThat(channel.head()).as("what was done is not done again").isEqualTo(before + 1_002);
    }

    @Test
    void whatCanNotBeReadAtItsBeginningIsNoBatch() throws Exception {
        var answer = channel.post(Shop.BULK, "{" + ONE_BY_ONE + "\"commands\": [oops");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("MALFORMED_JSON");
    }

    @Test
    void aCommandThatIsWronglyShapedStandsInNobodysWay() throws Exception {
        var items = List.of(
                receipt("shape-1"),
                "{\"key\": \"shape-2\", \"name\": \"%s\", \"command\": {\"stock\": [1, {\"a\": 2}]}}"
                        .formatted(RECEIVE),
                "{\"command\": {\"stock\": 1}, \"key\": \"shape-3\", \"name\": \"%s\"}".formatted(RECEIVE),
                "{\"name\": \"%s\", \"surprise\": {\"a\": []}, \"key\": \"shape-4\", \"command\": {}}"
                        .formatted(RECEIVE),
                "null",
                "[{}]",
                "{\"command\": %s, \"name\": \"%s\", \"key\": \"shape-7\"}"
                        .formatted(Shop.receipt("CUP", "1"), RECEIVE),
                receipt("shape-8"));
        var answer = channel.post(Shop.BULK, Shop.batch(ONE_BY_ONE, items));
        assertThat(statuses(answer)).containsExactly(200, 400, 400, 400, 400, 400, 200, 200);
        assertThat(answer.body()
                        .path("items")
                        .valueStream()
                        .map(item -> item.path("key").stringValue("")))
                .containsExactly("shape-1", "shape-2", "shape-3", "shape-4", "", "", "shape-7", "shape-8");
        assertThat(answer.body().path("failed").intValue()).isEqualTo(5);
    }

    @Test
    void aBatchThatTurnsOutToBeAtomicTooLateIsStoppedWhereThatIsSaid() throws Exception {
        var answer = channel.post(
                Shop.BULK, "{" + SIDE_BY_SIDE + "\"commands\": [" + receipt("late-1") + "], \"atomic\": true}");
        assertThat(statuses(answer)).containsExactly(200);
        assertThat(answer.body().at("/stopped/code").stringValue("")).isEqualTo("MALFORMED_REQUEST");
    }

    @Test
    void beyondAThousandCommandsNothingIsRead() throws Exception {
        var answer = channel.post(Shop.BULK, Shop.batch(SIDE_BY_SIDE, receipts("many", 1_001)));
        assertThat(answer.body().path("accepted").intValue()).isEqualTo(1_000);
        assertThat(answer.body().at("/stopped/violations/0/field").stringValue(""))
                .isEqualTo("commands");
    }

    private static List<String> receipts(String name, int count) {
        var items = new ArrayList<String>();
        for (int i = 0; i < count; i++) items.add(receipt(name + "-" + i));
        return items;
    }

    private static String receipt(String key) {
        return Shop.item(RECEIVE, key, Shop.receipt("TEAPOT", "1"));
    }

    private static List<Integer> statuses(Answer answer) {
        return answer.body()
                .path("items")
                .valueStream()
                .map(item -> item.path("status").intValue())
                .toList();
    }

    private static void chunk(Socket socket, String text) throws IOException {
        var bytes = text.getBytes(UTF_8);
        send(socket, Integer.toHexString(bytes.length) + "\r\n" + text + "\r\n");
    }

    private static void send(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(UTF_8));
        socket.getOutputStream().flush();
    }

    /** What has come when this has. */
    private static String readUntil(Socket socket, String end) throws IOException {
        var read = new StringBuilder();
        while (read.indexOf(end) < 0) {
            int next = socket.getInputStream().read();
            if (next < 0) throw new IOException("the answer ended with: " + read);
            read.append((char) next);
        }
        return read.toString();
    }
}
