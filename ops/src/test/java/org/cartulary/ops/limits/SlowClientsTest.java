package org.cartulary.ops.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.cartulary.ops.RunningService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever sends or takes a byte now and then, only to hold a connection, is cut; whoever pauses within his time is not. */
class SlowClientsTest {

    @TempDir
    static Path home;

    static RunningService service;

    @BeforeAll
    static void start() {
        service = RunningService.on(
                home,
                "cartulary.client.header=300ms",
                "cartulary.client.slowest=1000000",
                "cartulary.client.grace=1s",
                "server.tomcat.connection-timeout=2s");
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void headersThatDripAreCut() throws IOException {
        try (var socket = connect()) {
            write(socket, "GET /v1/products HTTP/1.1\r\nHost: 127.0.0.1\r\n");
            cutWhileDripping(socket, "X: y\r\n");
        }
    }

    @Test
    void aBodyThatDripsIsCut() throws IOException {
        for (var path : new String[] {"/v1/stock/receipts", "/v1/commands"})
            try (var socket = connect()) {
                write(
                        socket,
                        "POST " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n"
                                + "Idempotency-Key: slow\r\nContent-Length: 1000000\r\n\r\n{");
                cutWhileDripping(socket, " ");
            }
    }

    @Test
    void aBodyThatStopsIsAnsweredAndCut() throws IOException {
        try (var socket = connect()) {
            write(
                    socket,
                    "POST /v1/stock/receipts HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n"
                            + "Idempotency-Key: stops\r\nContent-Length: 1000000\r\n\r\n{");
            assertThat(RawHttp.read(socket)).doesNotContain("HTTP/1.1 2", "HTTP/1.1 5");
        }
    }

    /** The answer repeats the keys of a thousand wrong commands, which is more than the network keeps on its way. */
    @Test
    void anAnswerThatIsTakenInSipsIsCut() throws IOException {
        try (var socket = new Socket()) {
            socket.setReceiveBufferSize(4_096);
            socket.connect(new InetSocketAddress("127.0.0.1", service.port()));
            var entry = "{\"key\":\"" + "k".repeat(9_000) + "\"}";
            var body = IntStream.range(0, 1_000)
                    .mapToObj(i -> entry)
                    .collect(Collectors.joining(",", "{\"commands\":[", "]}"));
            write(
                    socket,
                    "POST /v1/commands HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n"
                            + "Content-Length: " + body.length() + "\r\n\r\n" + body);
            cutWhileDripping(socket, "x");
        }
    }

    @Test
    void whoIsQuickIsServed() throws IOException {
        assertThat(RawHttp.answer(service.port(), RawHttp.head("GET /v1/products"), out -> {}))
                .startsWith("HTTP/1.1 200");
    }

    private static void cutWhileDripping(Socket socket, String drop) {
        await().atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> isCut(socket, drop));
    }

    /** Where the service has closed the connection, what is sent to it comes back as a reset. */
    private static boolean isCut(Socket socket, String drop) {
        try {
            write(socket, drop);
            socket.setSoTimeout(1);
            return socket.getInputStream().read(new byte[1_024]) < 0;
        } catch (SocketTimeoutException open) {
            return false;
        } catch (IOException cut) {
            return true;
        }
    }

    private static Socket connect() throws IOException {
        return new Socket("127.0.0.1", service.port());
    }

    private static void write(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
    }
}
