package org.cartulary.query.trade;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.cartulary.query.Api;
import org.cartulary.query.QueryTest;
import org.cartulary.query.Seed;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Who does not see everything reads what those who do would read with filters for what he sees. */
@QueryTest
class SeenFiguresTest {

    final Api api;
    final Seed seed;

    SeenFiguresTest(Api api, Seed seed) {
        this.api = api;
        this.seed = seed;
    }

    @BeforeEach
    void someTrade() {
        seed.empty();
        new TradeSeed(seed, 11).facts(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/analysis/sales?by=total",
                "/v1/analysis/sales?by=day&limit=7",
                "/v1/analysis/sales?by=month&group=sku,country",
                "/v1/analysis/sales?by=month&group=customer",
                "/v1/analysis/sales?by=total&customer=C-1&group=sku",
                "/v1/analysis/top?of=sku&measure=quantity",
                "/v1/analysis/top?of=customer&measure=gross",
                "/v1/analysis/sales/positions?measure=net&limit=9",
                "/v1/analysis/sales/positions?measure=cashRounding",
                "/v1/analysis/sales/positions?measure=couponTenders",
                "/v1/analysis/sales/positions?measure=adjusted",
                "/v1/analysis/sales/positions?measure=loyaltyDiscount&sku=CUP",
                "/v1/sales?order=desc&limit=5",
                "/v1/returns?customer=C-2"
            })
    void itIsTheSameAsWithFilters(String path) {
        var seen = items(api.get(path, "LISBON/till/true").json());
        var filtered = items(api.get(path + "&location=LISBON&channel=till").json());

        assertThat(seen).isNotEmpty().isEqualTo(filtered);
        assertThat(items(api.get(path, "*/till/true").json()))
                .isEqualTo(items(api.get(path + "&channel=till").json()));
        assertThat(items(api.get(path, "NOWHERE/till/true").json())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/analysis/sales?group=customer",
                "/v1/analysis/sales?group=sku,customer",
                "/v1/analysis/sales?group=sku&group=customer",
                "/v1/analysis/sales?customer=C-1",
                "/v1/analysis/top?of=customer",
                "/v1/analysis/sales/positions?customer=C-1",
                "/v1/sales?customer=C-1"
            })
    void figuresOfCustomersAreForThoseWhoSeePersonalData(String path) {
        var refused = api.get(path, "*/*/false");

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.at("/code").asString()).isEqualTo("PERSONAL_DATA");
        assertThat(refused.at("/violations/0/message").asString()).isEqualTo("is about persons");
    }

    @Test
    void aFilterIsAParameterAndNoHeader() {
        var path = "/v1/analysis/sales?by=total";

        assertThat(api.get(path, "Customer", "C-1").text())
                .isEqualTo(api.get(path).text());
    }

    private static List<JsonNode> items(JsonNode answer) {
        var items = answer.get("items").valueStream().toList();
        items.forEach(item -> ((ObjectNode) item).remove("positions"));
        return items;
    }
}
