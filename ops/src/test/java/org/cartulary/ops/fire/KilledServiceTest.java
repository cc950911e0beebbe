package org.cartulary.ops.fire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.cartulary.events.json.CanonicalJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Rule book, "Commands": what was acknowledged survives {@code kill -9} of the service, its outcome is answered again, and
 * what was sent again happened once.
 */
class KilledServiceTest {

    private static final int CLIENTS = 16;
    private static final int ACKNOWLEDGED_BEFORE_THE_KILL = 300;

    @TempDir
    Path home;

    @Test
    void everyAcknowledgedCommandIsThereExactlyOnce() throws Exception {
        var acknowledged = new ConcurrentHashMap<String, String>();
        var sent = new AtomicInteger();
        try (var service = ServiceProcess.on(home)) {
            post(service, "/v1/locations", "location", LOCATION);
            post(service, "/v1/products", "product", PRODUCT);
            try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
                for (int i = 0; i < CLIENTS; i++) clients.submit(() -> receive(service, sent, acknowledged));
                Awaitility.await().until(() -> acknowledged.size() >= ACKNOWLEDGED_BEFORE_THE_KILL);
                service.kill();
            }
        }

        try (var again = ServiceProcess.on(home)) {
            long last = 0;
            for (int number = 1; number <= sent.get(); number++) {
                var answer = post(again, "/v1/stock/receipts", "receipt-" + number, RECEIPT);
                var first = acknowledged.get("receipt-" + number);
                if (first != null) assertReplayed(answer, first);
                last = Math.max(last, position(answer));
            }
            assertThat(onHand(again, last)).isEqualTo(Integer.toString(sent.get()));
        }
    }

    @Test
    void withoutItsDatabaseTheServiceEndsAndTheNextOneFindsEverything() throws Exception {
        try (var service = ServiceProcess.on(home)) {
            post(service, "/v1/locations", "location", LOCATION);
            killDatabase();

            assertThat(service.ended()).isEqualTo(1);
            assertThat(service.said()).contains("The embedded PostgreSQL has ended", "Start the service again");
        }
        try (var again = ServiceProcess.on(home)) {
            var answer = post(again, "/v1/locations", "location", LOCATION);
            assertThat(answer.headers().firstValue("Idempotency-Replayed")).contains("true");
        }
    }

    private void killDatabase() throws IOException {
        var pid =
                Files.readAllLines(home.resolve("home/postgres/postmaster.pid")).getFirst();
        ProcessHandle.of(Long.parseLong(pid.strip())).orElseThrow().destroyForcibly();
    }

    /** Until the service is killed under its clients. */
    private static void receive(ServiceProcess service, AtomicInteger sent, Map<String, String> acknowledged) {
        try {
            while (true) {
                var key = "receipt-" + sent.incrementAndGet();
                acknowledged.put(
                        key, post(service, "/v1/stock/receipts", key, RECEIPT).body());
            }
        } catch (IOException killed) {
            // The answer never came: this command may have happened or not, and is sent again below.
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static void assertReplayed(HttpResponse<String> answer, String first) {
        assertThat(answer.body()).isEqualTo(first);
        assertThat(answer.headers().firstValue("Idempotency-Replayed")).contains("true");
    }

    private static HttpResponse<String> post(ServiceProcess service, String path, String key, String body)
            throws IOException, InterruptedException {
        var answer = service.post(path, key, body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer;
    }

    private static long position(HttpResponse<String> answer) {
        return answer.headers().firstValueAsLong("Ledger-Position").orElseThrow();
    }

    private static String onHand(ServiceProcess service, long position) throws IOException, InterruptedException {
        var seen = service.get("/v1/availability?sku=TEAPOT&min-position=" + position)
                .body();
        return CanonicalJson.MAPPER
                .readTree(seen)
                .required("items")
                .get(0)
                .required("onHand")
                .stringValue();
    }

    private static final String LOCATION = """
            {"location": "LISBON", "name": "Shop", "country": "PT", "zone": "Europe/Lisbon", "currency": "EUR",
             "occurredAt": "2026-03-01T09:00:00Z"}""";
    private static final String PRODUCT = """
            {"sku": "TEAPOT", "name": "Teapot", "occurredAt": "2026-03-01T09:00:00Z"}""";
    private static final String RECEIPT = """
            {"stock": {"location": "LISBON", "sku": "TEAPOT"}, "quantity": "1", "occurredAt": "2026-03-01T09:30:00Z"}""";
}
