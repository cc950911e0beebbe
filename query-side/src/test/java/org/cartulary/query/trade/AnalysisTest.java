package org.cartulary.query.trade;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.cartulary.query.Api;
import org.cartulary.query.QueryTest;
import org.cartulary.query.Seed;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Rule book, "KPIs": a figure names its formula and its position, and lists the events that it is made of. */
@QueryTest
class AnalysisTest {

    final Api api;
    final Seed seed;

    AnalysisTest(Api api, Seed seed) {
        this.api = api;
        this.seed = seed;
    }

    @BeforeEach
    void aHundredFacts() {
        seed.empty();
        new TradeSeed(seed, 7).facts(100);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "by=day",
                "by=month&group=channel,location",
                "by=month&group=country&limit=2",
                "by=total&from=2026-02-25&to=2026-03-03",
                "by=month&channel=web%20shop&from=2026-02-27",
                "by=month&group=customer&limit=2",
                "by=day&group=customer,location",
                "by=total&customer=C-2"
            })
    void everyFigureIsExactlyTheSumOfItsEvents(String query) {
        var figures = api.all("/v1/analysis/sales?" + query);

        assertThat(figures).isNotEmpty();
        for (var figure : figures) {
            assertThat(sum(figure, "net")).isEqualTo(figure.get("netMinor").asLong());
            assertThat(sum(figure, "gross")).isEqualTo(figure.get("grossMinor").asLong());
            assertThat(sum(figure, "returned"))
                    .isEqualTo(figure.get("returnedMinor").asLong());
            assertThat(sum(figure, "tax")).isEqualTo(figure.get("taxMinor").asLong());
            assertDiscounts(figure);
            assertThat(sum(figure, "couponTenders"))
                    .isEqualTo(figure.at("/totals/couponTendersMinor").asLong());
            if (figure.has("customer") || query.contains("customer="))
                assertThat(figure.at("/totals/adjustedMinor").isMissingNode()).isTrue();
            else
                assertThat(sum(figure, "adjusted"))
                        .isEqualTo(figure.at("/totals/adjustedMinor").asLong());
            assertThat(sum(figure, "restockingFee"))
                    .isEqualTo(figure.at("/totals/restockingFeeMinor").asLong());
            assertThat(sum(figure, "cashRounding"))
                    .isEqualTo(figure.at("/totals/cashRoundingMinor").asLong());
            assertThat(count(figure, "gross"))
                    .isEqualTo(figure.at("/totals/sales").asLong());
            assertThat(count(figure, "returned"))
                    .isEqualTo(figure.at("/totals/returns").asLong());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "by=month&group=sku",
                "by=day&sku=TEAPOT",
                "by=total&group=sku,channel&country=PT",
                "by=month&group=sku,customer",
                "by=total&sku=CUP&customer=C-1"
            })
    void figuresOfSkusAreExactlyTheSumOfTheirLines(String query) {
        for (var figure : api.all("/v1/analysis/sales?" + query)) {
            assertThat(sum(figure, "net")).isEqualTo(figure.get("netMinor").asLong());
            assertThat(sum(figure, "tax")).isEqualTo(figure.get("taxMinor").asLong());
            assertDiscounts(figure);
            assertThat(quantity(figure, "gross")).isEqualTo(figure.get("sold").asString());
            assertThat(quantity(figure, "returned"))
                    .isEqualTo(figure.get("returned").asString());
        }
    }

    @Test
    void figuresOfCustomersAddUpToThoseOfAllSalesOfWhichTheCustomerIsKnown() {
        seed.database.update("update trade.sale set customer = 'C-9' where customer is null");
        seed.database.update("update trade.return set customer = 'C-9' where customer is null");

        for (var total : api.all("/v1/analysis/sales?by=total&group=location"))
            for (var measure : List.of("/grossMinor", "/taxMinor", "/discounts/loyaltyDiscountMinor", "/totals/sales"))
                assertThat(api.all("/v1/analysis/sales?by=month&group=customer,location&limit=3").stream()
                                .filter(part -> part.get("location").equals(total.get("location")))
                                .filter(part -> part.get("currency").equals(total.get("currency")))
                                .mapToLong(part -> part.at(measure).asLong())
                                .sum())
                        .as(measure)
                        .isEqualTo(total.at(measure).asLong());
    }

    @Test
    void whatNoCustomerIsKnownOfIsNoOnesFigure() {
        assertThat(api.all("/v1/analysis/sales?by=total&group=customer"))
                .isNotEmpty()
                .allMatch(figure -> figure.has("customer"));
        assertThat(api.all("/v1/analysis/top?of=customer&limit=1"))
                .extracting(figure -> figure.get("rank").asInt())
                .containsExactly(1, 1);
    }

    @Test
    void currenciesAreNeverAddedAndTheRestAddsUp() {
        var total = api.all("/v1/analysis/sales?by=total");
        var parts = api.all("/v1/analysis/sales?by=day&group=channel,location,country&limit=13");

        assertThat(total)
                .extracting(figure -> figure.get("currency").asString())
                .containsExactly("EUR", "JPY");
        assertThat(sumOf(parts, part -> isIn(part, "EUR")))
                .isEqualTo(total.getFirst().get("netMinor").asLong());
        assertThat(sumOf(parts, part -> isIn(part, "JPY")))
                .isEqualTo(total.getLast().get("netMinor").asLong());
    }

    @Test
    void everyAnswerNamesItsFormulaAndItsPosition() {
        var answer = api.get("/v1/analysis/sales?by=month");

        assertThat(answer.at("/formula/name").asString()).isEqualTo("trade.sales");
        assertThat(answer.at("/formula/version").asInt()).isEqualTo(1);
        assertThat(answer.at("/position").asLong()).isEqualTo(100).isEqualTo(answer.position());
        assertThat(answer.at("/items/0/period").asString()).isEqualTo("2026-02");
    }

    @Test
    void theTopIsRankedWithinEachCurrency() {
        var top = api.all("/v1/analysis/top?of=sku&measure=quantity&limit=2");

        assertThat(top).hasSize(4);
        assertThat(top).extracting(figure -> figure.get("rank").asInt()).containsExactly(1, 2, 1, 2);
        var best = api.all("/v1/analysis/sales?by=total&group=sku&currency=EUR").stream()
                .max(Comparator.comparing(AnalysisTest::netQuantity))
                .orElseThrow();
        assertThat(top.getFirst().get("sku").asString())
                .isEqualTo(best.get("sku").asString());
        assertThat(sum(top.getFirst(), "net"))
                .isEqualTo(top.getFirst().get("netMinor").asLong());
    }

    @Test
    void entriesKeepTheirPagesWhileLateFactsArrive() {
        var path = "/v1/analysis/sales/positions?measure=gross&limit=5";
        var first = api.get(path);
        new TradeSeed(seed, 8).sale(TradeSeed.id("late", 1), null);

        var second = api.get(path + "&cursor=" + first.at("/next").asString());

        var last = first.at("/items/4");
        assertThat(second.at("/items/0/businessDay").asString())
                .isGreaterThanOrEqualTo(last.get("businessDay").asString());
        assertThat(second.at("/items/0")).isNotEqualTo(last);
    }

    @Test
    void aMeasureOfWholeSalesIsRefusedForOneSku() {
        assertThat(api.get("/v1/analysis/sales/positions?measure=adjusted&sku=CUP")
                        .status())
                .isEqualTo(400);
        assertThat(api.get("/v1/analysis/sales/positions?measure=couponTenders&sku=CUP")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void anAdjustmentIsOfNoCustomer() {
        assertThat(api.get("/v1/analysis/sales/positions?measure=adjusted&customer=C-1")
                        .status())
                .isEqualTo(400);
    }

    void assertDiscounts(JsonNode figure) {
        for (var measure : List.of("loyaltyDiscount", "couponDiscount", "promotionDiscount", "markdownDiscount"))
            assertThat(sum(figure, measure))
                    .as(measure)
                    .isEqualTo(figure.at("/discounts/" + measure + "Minor").asLong());
    }

    List<JsonNode> entries(JsonNode figure, String measure) {
        var link = figure.get("positions").asString();
        assertThat(link).contains("measure=net");
        return api.all(link.replace("measure=net", "measure=" + measure) + "&limit=37");
    }

    long sum(JsonNode figure, String measure) {
        return entries(figure, measure).stream()
                .mapToLong(entry -> entry.get("amountMinor").asLong())
                .sum();
    }

    long count(JsonNode figure, String measure) {
        return entries(figure, measure).stream()
                .map(entry -> entry.get("id").asString())
                .distinct()
                .count();
    }

    String quantity(JsonNode figure, String measure) {
        return entries(figure, measure).stream()
                .map(entry -> Seed.decimal(entry.get("quantity").asString()))
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .toPlainString();
    }

    static BigDecimal netQuantity(JsonNode figure) {
        return Seed.decimal(figure.get("sold").asString())
                .subtract(Seed.decimal(figure.get("returned").asString()));
    }

    static boolean isIn(JsonNode figure, String currency) {
        return figure.get("currency").asString().equals(currency);
    }

    static long sumOf(List<JsonNode> figures, Predicate<JsonNode> which) {
        return figures.stream()
                .filter(which)
                .mapToLong(figure -> figure.get("netMinor").asLong())
                .sum();
    }
}
