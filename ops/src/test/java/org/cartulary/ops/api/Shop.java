package org.cartulary.ops.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import org.cartulary.events.kernel.Uuid7;
import org.cartulary.ops.api.HttpChannel.Answer;

/** The bodies that the tests send, and a shop to send them to. */
final class Shop {

    static final String RECEIPTS = "/v1/stock/receipts";
    static final String SALES = "/v1/sales";
    static final String RESERVATIONS = "/v1/reservations";
    static final String BULK = "/v1/commands";

    private Shop() {}

    static void open(HttpChannel channel, String... skus) throws IOException, InterruptedException {
        accepted(channel.post("/v1/locations", """
                {"location": "LISBON", "name": "Shop in Lisbon", "country": "PT", "zone": "Europe/Lisbon",
                 "currency": "EUR", "occurredAt": "2026-03-02T09:00:00Z"}"""));
        for (var sku : skus) accepted(channel.post("/v1/products", """
                    {"sku": "%s", "name": "A %s", "occurredAt": "2026-03-02T09:00:00Z"}""".formatted(sku, sku)));
    }

    static Answer accepted(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer;
    }

    static String receipt(String sku, String quantity) {
        return """
                {"stock": {"location": "LISBON", "sku": "%s"}, "quantity": "%s", "occurredAt": "2026-03-02T09:30:00Z"}""".formatted(sku, quantity);
    }

    /** One unit for ten euros, in cash. */
    static String sale(String sku) {
        return """
                {"sale": "%s", "location": "LISBON", "channel": "till", "currency": "EUR",
                 "lines": [{"number": 1, "sku": "%s", "quantity": "1", "unitPrice": "10.00"}],
                 "totalMinor": 1000, "tenders": [{"number": 1, "type": "CASH", "amountMinor": 1000}],
                 "occurredAt": "2026-03-02T10:00:00Z"}""".formatted(Uuid7.random(), sku);
    }

    /** One unit for an hour from now: the service's sweeper goes by the clock. */
    static String reservation(String sku, String owner) {
        var now = Instant.now();
        return """
                {"reservation": "%s", "owner": "%s", "channel": "web",
                 "units": [{"stock": {"location": "LISBON", "sku": "%s"}, "quantity": "1"}],
                 "expiresAt": "%s", "occurredAt": "%s"}""".formatted(Uuid7.random(), owner, sku, now.plusSeconds(3_600), now);
    }

    /** One command of a batch. */
    static String item(String name, String key, String command) {
        return """
                {"name": "%s", "key": "%s", "command": %s}""".formatted(name, key, command);
    }

    static String batch(String flags, Iterable<String> items) {
        return "{" + flags + "\"commands\": [" + String.join(",\n", items) + "]}";
    }
}
