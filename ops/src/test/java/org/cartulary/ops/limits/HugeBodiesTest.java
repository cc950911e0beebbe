package org.cartulary.ops.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.cartulary.ops.RunningService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is far too large is refused while it is still being sent, and none of it is kept. */
class HugeBodiesTest {

    private static final int PIECES = 100;
    private static final byte[] PIECE = "[".repeat(1024 * 1024).getBytes(StandardCharsets.US_ASCII);
    private static final long MOST_GROWTH_BYTES = 64L * 1024 * 1024;

    @TempDir
    Path home;

    @Test
    void aHundredMegabytesAreRefusedAndTheHeapDoesNotGrow() throws Exception {
        try (var service = RunningService.on(home);
                var clients = Executors.newVirtualThreadPerTaskExecutor()) {
            long before = live();
            List<Future<String>> answers = new ArrayList<>();
            for (var path : List.of("/v1/stock/receipts", "/v1/commands", "/v1/stored-value/lookups", "/v1/nothing"))
                for (var length : List.of("Content-Length: " + PIECES * PIECE.length, "Transfer-Encoding: chunked"))
                    answers.add(clients.submit(() -> RawHttp.answer(service.port(), head(path, length), body(length))));
            var most = new AtomicLong(before);
            await().atMost(Duration.ofMinutes(1))
                    .pollInterval(Duration.ofMillis(200))
                    .until(() -> {
                        most.accumulateAndGet(live(), Math::max);
                        return answers.stream().allMatch(Future::isDone);
                    });
            for (var answer : answers)
                assertThat(answer.get()).startsWith("HTTP/1.1 4").contains("\"code\":");
            assertThat(most.get() - before).isLessThan(MOST_GROWTH_BYTES);
        }
    }

    private static String head(String path, String length) {
        return RawHttp.head("POST " + path, "Content-Type: application/json", "Idempotency-Key: huge", length);
    }

    private static RawHttp.Body body(String length) {
        return length.startsWith("Content-Length") ? HugeBodiesTest::plain : HugeBodiesTest::chunked;
    }

    private static void plain(OutputStream out) throws IOException {
        for (int i = 0; i < PIECES; i++) out.write(PIECE);
    }

    private static void chunked(OutputStream out) throws IOException {
        for (int i = 0; i < PIECES; i++) {
            out.write((Integer.toHexString(PIECE.length) + "\r\n").getBytes(StandardCharsets.US_ASCII));
            out.write(PIECE);
            out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
        }
        out.write("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
    }

    /** What is still held after a collection. */
    private static long live() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
