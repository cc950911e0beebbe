package org.cartulary.ops.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import org.cartulary.events.json.CanonicalJson;
import org.cartulary.ops.RunningService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** One lorry over HTTP, from the wish to the last unit: whoever sends a command reads what it did, everywhere. */
class TransferStoryTest {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final String LORRY = "019cad00-5000-7000-8000-000000000007";

    @TempDir
    Path home;

    private RunningService service;
    private long position;
    private int keys;

    @Test
    void tenTeapotsLeaveLisbonAndAllOfThemAreExplained() throws Exception {
        try (var running = RunningService.on(home)) {
            service = running;
            open("LISBON", "EUR");
            open("PORTO", "EUR");
            open("LONDON", "GBP");
            accepted("/v1/products", "'sku': 'TEAPOT', 'name': 'Teapot'");
            accepted("/v1/stock/receipts", "'stock': {'location': 'LISBON', 'sku': 'TEAPOT'}, 'quantity': '12'");

            assertThat(refused("/v1/transfers", request("LONDON"))).isEqualTo("TRANSFER_ACROSS_CURRENCIES");
            accepted("/v1/transfers", request("PORTO"));
            accepted("/v1/transfers/approvals", lorry());
            accepted("/v1/transfers/dispatches", lorry() + ", 'lines': [{'number': 1, 'quantity': '10'}]");
            assertThat(available("LISBON")).isEqualTo("2");
            assertThat(read("/v1/in-transit?sku=TEAPOT&location=PORTO")
                            .at("/items/0/quantity")
                            .asString())
                    .isEqualTo("10");

            accepted(
                    "/v1/transfers/receipts",
                    lorry() + ", 'lines': [{'number': 1, 'received': '7', 'damaged': '1', 'returned': '1'}]");
            assertThat(available("PORTO")).isEqualTo("7");
            assertThat(refused("/v1/transfers/closures", lorry() + ", 'reason': 'no seal'"))
                    .isEqualTo("LOSS_WITHOUT_OWNER");
            accepted("/v1/transfers/closures", lorry() + ", 'reason': 'no seal', 'lossOwner': 'CARRIER'");
            assertThat(read("/v1/in-transit?sku=TEAPOT").at("/items")).isEmpty();
            var line = read("/v1/transfers/" + LORRY).at("/lines/0");
            assertThat(line.get("received").asString()
                            + line.get("damaged").asString()
                            + line.get("returned").asString()
                            + line.get("lost").asString())
                    .isEqualTo("7111");
            assertThat(available("LISBON")).isEqualTo("3");
            for (var place : new String[] {"LISBON", "PORTO"})
                assertThat(read("/v1/history/events?sku=TEAPOT&location=" + place + "&name=transfer.UnitsLost")
                                .at("/items"))
                        .hasSize(1);
            assertThat(read("/v1/stock/movements?location=PORTO")
                            .at("/items/0/reference")
                            .asString())
                    .isEqualTo(LORRY);
        }
    }

    private void open(String location, String currency) throws Exception {
        accepted(
                "/v1/locations",
                "'location': '%s', 'name': 'Shop', 'country': 'PT', 'zone': 'Europe/Lisbon', 'currency': '%s'"
                        .formatted(location, currency));
    }

    private static String request(String destination) {
        return lorry() + ", 'source': 'LISBON', 'destination': '" + destination
                + "', 'lines': [{'number': 1, 'sku': 'TEAPOT', 'quantity': '11'}], 'reason': 'sold out'";
    }

    private static String lorry() {
        return "'transfer': '" + LORRY + "'";
    }

    private String available(String location) throws Exception {
        return read("/v1/availability?sku=TEAPOT&location=" + location)
                .at("/items/0/availableToSell")
                .asString();
    }

    private void accepted(String path, String members) throws Exception {
        var answer = post(path, members);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        position = answer.headers().firstValueAsLong("Ledger-Position").orElseThrow();
    }

    /** The code of the refusal. */
    private String refused(String path, String members) throws Exception {
        var answer = post(path, members);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
        return CanonicalJson.MAPPER.readTree(answer.body()).required("code").stringValue();
    }

    private HttpResponse<String> post(String path, String members) throws Exception {
        var body = "{" + members.replace('\'', '"') + ", \"occurredAt\": \"2026-03-02T09:00:00Z\"}";
        return HTTP.send(
                HttpRequest.newBuilder(service.uri(path))
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", "story-" + ++keys)
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    private JsonNode read(String path) throws Exception {
        var uri = service.uri(path + (path.contains("?") ? "&" : "?") + "min-position=" + position);
        var answer = HTTP.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return CanonicalJson.MAPPER.readTree(answer.body());
    }
}
