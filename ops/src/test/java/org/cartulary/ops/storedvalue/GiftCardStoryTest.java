package org.cartulary.ops.storedvalue;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.cartulary.events.json.CanonicalJson;
import org.cartulary.ops.RunningService;
import org.cartulary.ops.Story;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** One gift card over HTTP, from the till that sells it to the money that comes back to it, and a thief who guesses codes. */
class GiftCardStoryTest {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final String CARD = "019cad00-6000-7000-8000-000000000007";
    private static final String SALE = "019cad00-1000-7000-8000-00000000000";

    @TempDir
    Path home;

    private RunningService service;
    private Story story;

    @Test
    void aCardIsSoldFoundSpentAndRefundedAndNobodyGuessesIt() throws Exception {
        try (var running = RunningService.on(home)) {
            service = running;
            story = new Story(running);
            open();
            story.accepted(
                    "/v1/sales",
                    sale(1, "'GIFT-CARD'", "50", 5_000, "'card': {'account': '%s'}".formatted(CARD), "CARD"));
            story.accepted("/v1/stored-value/codes", "'account': '%s', 'code': 'gift-7qk2-m4xp'".formatted(CARD));
            assertThat(looked("till", "GIFT 7QK2 M4XP").at("/usableMinor").asLong())
                    .isEqualTo(5_000);

            story.accepted("/v1/sales", sale(2, "'TEAPOT'", "24.90", 2_490, null, "GIFT_CARD"));
            assertThat(looked("till", "GIFT7QK2M4XP").at("/balanceMinor").asLong())
                    .isEqualTo(2_510);
            assertThat(story.refused("/v1/sales", sale(3, "'TEAPOT'", "25.11", 2_511, null, "GIFT_CARD")))
                    .isEqualTo("NOT_ENOUGH_STORED_VALUE");
            story.accepted(
                    "/v1/returns",
                    "'returnId': '019cad00-2000-7000-8000-000000000001', 'sale': '" + SALE
                            + "2', 'location': 'LISBON', 'channel': 'TILL', 'lines': [{'number': 1, 'saleLine': 1,"
                            + " 'quantity': '1', 'reason': 'spout drips'}]");
            story.accepted("/v1/stored-value/blocks", "'account': '%s', 'reason': 'lost'".formatted(CARD));
            assertThat(story.refused("/v1/sales", sale(4, "'TEAPOT'", "1", 100, null, "GIFT_CARD")))
                    .isEqualTo("STORED_VALUE_BLOCKED");

            theReadsAgree();
            guessingIsThrottled();
            noCodeIsWrittenDown();
        }
    }

    private void theReadsAgree() throws Exception {
        assertThat(story.read("/v1/stored-value/" + CARD).at("/balanceMinor").asLong())
                .isEqualTo(5_000);
        assertThat(story.read("/v1/stored-value/entries?account=" + CARD)
                        .at("/items")
                        .findValuesAsString("balanceMinor"))
                .containsExactly("5000", "2510", "5000");
        var owed = story.read("/v1/stored-value/liability?from=2026-03-02&to=2026-03-03")
                .at("/items");
        assertThat(owed.findValuesAsString("closingMinor")).containsExactly("5000", "5000");
        var sale = story.read("/v1/sales/" + SALE + "1");
        assertThat(sale.at("/netMinor").asLong())
                .as("a liability is no revenue")
                .isZero();
        assertThat(sale.at("/storedValueMinor").asLong()).isEqualTo(5_000);
        assertThat(story.read("/v1/history/events?name=storedvalue.ValueRefunded&location=LISBON")
                        .at("/items"))
                .hasSize(1);
    }

    /** A throttled client is refused right codes too; another client is not. */
    private void guessingIsThrottled() throws Exception {
        for (int i = 0; i < 20; i++)
            assertThat(lookup("thief", "GUESS%05d".formatted(i)).statusCode()).isEqualTo(404);
        var throttled = lookup("thief", "GIFT-7QK2-M4XP");
        assertThat(throttled.statusCode()).isEqualTo(429);
        assertThat(throttled.headers().firstValueAsLong("Retry-After").orElseThrow())
                .isBetween(1L, 60L);
        assertThat(throttled.body()).contains("TOO_MANY_WRONG_CODES");
        for (int i = 0; i < 30; i++)
            assertThat(lookup("till", "GIFT-7QK2-M4XP").statusCode())
                    .as("right codes cost nothing")
                    .isEqualTo(200);
        assertThat(lookup("till", "4242 4242 4242 4242").statusCode()).isEqualTo(400);
    }

    private void noCodeIsWrittenDown() throws Exception {
        var written = service.bean(JdbcClient.class)
                .sql("select count(*) from ledger.event where convert_from(event, 'UTF8') ilike '%7qk2%'")
                .query(Long.class)
                .single();
        assertThat(written).isZero();
        var key = home.resolve("card-codes.key");
        assertThat(Files.readAllBytes(key)).hasSize(32);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key)))
                .isEqualTo("rw-------");
    }

    private void open() throws Exception {
        story.accepted(
                "/v1/locations",
                "'location': 'LISBON', 'name': 'Shop', 'country': 'PT', 'zone': 'Europe/Lisbon', 'currency': 'EUR'");
        story.accepted("/v1/products", "'sku': 'TEAPOT', 'name': 'Teapot'");
        story.accepted("/v1/products", "'sku': 'GIFT-CARD', 'name': 'Gift card', 'kind': 'GIFT_CARD'");
        story.accepted("/v1/stock/receipts", "'stock': {'location': 'LISBON', 'sku': 'TEAPOT'}, 'quantity': '9'");
    }

    private static String sale(int number, String sku, String price, long minor, String card, String tender) {
        return ("'sale': '%s%d', 'location': 'LISBON', 'channel': 'TILL', 'currency': 'EUR', 'handover': 'COUNTER',"
                        + " 'lines': [{'number': 1, 'sku': %s, 'quantity': '1', 'unitPrice': '%s'%s}], 'totalMinor': %d,"
                        + " 'tenders': [{'number': 1, 'type': '%s', 'amountMinor': %d, 'reference': '%s'}]")
                .formatted(SALE, number, sku, price, card == null ? "" : ", " + card, minor, tender, minor, CARD);
    }

    private JsonNode looked(String client, String code) throws Exception {
        var answer = lookup(client, code);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return CanonicalJson.MAPPER.readTree(answer.body());
    }

    private HttpResponse<String> lookup(String client, String code) throws Exception {
        return HTTP.send(
                HttpRequest.newBuilder(service.uri("/v1/stored-value/lookups"))
                        .header("Content-Type", "application/json")
                        .header("Cartulary-Client", client)
                        .POST(BodyPublishers.ofString("{\"code\": \"" + code + "\"}"))
                        .build(),
                BodyHandlers.ofString());
    }
}
