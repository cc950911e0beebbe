package org.cartulary.ops.loyalty;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.cartulary.ops.RunningService;
import org.cartulary.ops.Story;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One customer's points over HTTP: earned, spent, given back and reversed, and those of last month swept away. */
class LoyaltyStoryTest {

    private static final ZoneId LISBON = ZoneId.of("Europe/Lisbon");
    private static final String ANN = "/v1/loyalty/accounts/CLUB/C-1001";
    private static final String FIRST = "019cad00-1000-7000-8000-000000000011";
    private static final String SECOND = "019cad00-1000-7000-8000-000000000012";

    private final Instant now = Instant.now().minusSeconds(60).truncatedTo(ChronoUnit.SECONDS);
    private final LocalDate today = now.atZone(LISBON).toLocalDate();

    @TempDir
    Path home;

    private Story story;

    @Test
    void pointsAreEarnedSpentGivenBackAndReversedAndAreGoneWhenTheirLastDayIs() throws Exception {
        try (var running = RunningService.on(home, "cartulary.loyalty.sweep=200ms")) {
            story = new Story(running);
            story.is(now);
            opens();
            story.accepted("/v1/sales", sale(FIRST, 4, "'type': 'CARD', 'number': 1, 'amountMinor': 4000"));
            var ann = story.read(ANN);
            assertThat(ann.at("/usable").asLong()).isEqualTo(40);
            assertThat(ann.at("/tier").asString()).isEqualTo("SILVER");

            assertThat(story.refused(
                            "/v1/sales", sale(SECOND, 1, "'type': 'POINTS', 'number': 1, 'amountMinor': 1000")))
                    .isEqualTo("NOT_ENOUGH_POINTS");
            story.accepted(
                    "/v1/sales",
                    sale(
                            SECOND,
                            1,
                            "'type': 'POINTS', 'number': 1, 'amountMinor': 200}, {'type': 'CARD', 'number': 2,"
                                    + " 'amountMinor': 800"));
            assertThat(story.read(ANN).at("/balance").asLong()).isEqualTo(8);
            assertThat(story.read("/v1/sales/" + SECOND).at("/points/spent").asLong())
                    .isEqualTo(40);

            story.accepted("/v1/returns", back("019cad00-2000-7000-8000-000000000011", FIRST, 4));
            assertThat(story.read(ANN).at("/balance").asLong())
                    .as("spent, and the goods came back")
                    .isEqualTo(-32);
            assertThat(story.read(ANN).at("/owed").asLong()).isEqualTo(32);
            story.accepted("/v1/returns", back("019cad00-2000-7000-8000-000000000012", SECOND, 1));
            assertThat(story.read(ANN).at("/balance").asLong()).isZero();
            var returned = story.read("/v1/returns/019cad00-2000-7000-8000-000000000012");
            assertThat(returned.at("/points/returned").asLong()).isEqualTo(40);
            assertThat(returned.at("/points/reversed").asLong()).isEqualTo(8);
            assertThat(story.read(ANN + "/entries").at("/items")).hasSize(6);

            adjustedLongAgo();
            awaitExpiry();
            var day = "/v1/loyalty/liability/CLUB?from=%1$s&to=%1$s".formatted(today);
            assertThat(story.read(day).at("/days/0/closing").asLong()).isZero();
        }
    }

    private void opens() throws Exception {
        story.accepted(
                "/v1/locations",
                "'location': 'LISBON', 'name': 'Shop', 'country': 'PT', 'zone': 'Europe/Lisbon', 'currency': 'EUR'");
        story.accepted("/v1/products", "'sku': 'TEAPOT', 'name': 'Teapot'");
        story.accepted("/v1/stock/receipts", "'stock': {'location': 'LISBON', 'sku': 'TEAPOT'}, 'quantity': '12'");
        story.accepted(
                "/v1/loyalty/terms",
                "'programme': 'CLUB', 'from': '%s', 'zone': 'Europe/Lisbon', 'currency': 'EUR',"
                                .formatted(today.minusDays(60))
                        + " 'earning': [{'points': 1, 'perMinor': 100}], 'validityDays': 30,"
                        + " 'redemption': {'points': 1, 'worthMinor': 5}, 'adjustmentLimitPoints': 100,"
                        + " 'tiers': [{'name': 'SILVER', 'thresholdMinor': 3000}]");
        story.accepted("/v1/loyalty/enrolments", "'programme': 'CLUB', 'customer': 'C-1001'");
    }

    /** A correction that arrives late: its points were good for thirty days, which are over. */
    private void adjustedLongAgo() throws Exception {
        story.is(today.minusDays(40).atTime(12, 0).atZone(LISBON).toInstant());
        story.accepted(
                "/v1/loyalty/adjustments",
                "'programme': 'CLUB', 'customer': 'C-1001', 'points': 25, 'reason': 'forgotten'");
    }

    private void awaitExpiry() throws Exception {
        var deadline = Instant.now().plusSeconds(60);
        while (story.read(ANN + "/entries?order=desc&limit=1")
                .at("/items/0/kind")
                .asString()
                .equals("GRANTED"))
            assertThat(Instant.now()).as("the sweeper's hour").isBefore(deadline);
        var expired = story.read(ANN + "/entries?order=desc&limit=1").at("/items/0");
        assertThat(expired.at("/kind").asString()).isEqualTo("EXPIRED");
        assertThat(expired.at("/points").asLong()).isEqualTo(-25);
        assertThat(expired.at("/businessDay").asString())
                .isEqualTo(today.minusDays(9).toString());
        assertThat(Instant.parse(expired.at("/occurredAt").asString()))
                .isEqualTo(today.minusDays(9).atStartOfDay(LISBON).toInstant());
    }

    private static String sale(String sale, int units, String tender) {
        return "'sale': '%s', 'location': 'LISBON', 'channel': 'till', 'currency': 'EUR', 'handover': 'COUNTER',"
                        .formatted(sale)
                + " 'customer': 'C-1001', 'programme': 'CLUB', 'totalMinor': %d,".formatted(units * 1_000)
                + " 'lines': [{'number': 1, 'sku': 'TEAPOT', 'quantity': '%d', 'unitPrice': '10'}],".formatted(units)
                + " 'tenders': [{" + tender + "}]";
    }

    private static String back(String id, String sale, int units) {
        return "'returnId': '%s', 'sale': '%s', 'location': 'LISBON', 'channel': 'till',".formatted(id, sale)
                + " 'lines': [{'number': 1, 'saleLine': 1, 'quantity': '%d', 'reason': 'chipped'}]".formatted(units);
    }
}
