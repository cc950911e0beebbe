package org.cartulary.query.trade;

import static org.assertj.core.api.Assertions.assertThat;

import org.cartulary.query.Api;
import org.cartulary.query.QueryTest;
import org.cartulary.query.Seed;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rule book, "Returns and exchanges": returnable is what was sold less what came back, over all channels. */
@QueryTest
class TradeApiTest {

    static final String SALE = TradeSeed.id("sale", 1);
    static final String RETURN = TradeSeed.id("return", 2);

    final Api api;
    final Seed seed;

    TradeApiTest(Api api, Seed seed) {
        this.api = api;
        this.seed = seed;
    }

    @BeforeEach
    void aSaleAndItsReturn() {
        seed.empty();
        var trade = new TradeSeed(seed, 3);
        trade.sale(SALE, "R-1001");
        seed.database.update("delete from trade.sale_tender");
        seed.database.update("delete from trade.sale_discount");
        trade.returned(RETURN, SALE);
        seed.database.update("update trade.sale_line set quantity = 3 where line = 1");
        seed.database.update("insert into trade.sale_tax values (?, 1, 'VAT-STANDARD', 230000, 100, 23)", SALE);
        seed.database.update("insert into trade.sale_tender values (?, 1, 'CARD', 500, 'tok-1', '4242')", SALE);
        seed.database.update("insert into trade.refund values (?, 1, 1, 'CARD', 120, 'tok-1')", RETURN);
        seed.database.update(
                "insert into trade.sale_discount values (?, 1, 1, 'LOYALTY', 50, null), (?, 1, 2, 'COUPON', 30, 'S-5')",
                SALE,
                SALE);
        seed.progress(2);
    }

    @Test
    void aSaleSaysWhatCameBackAndWhatStillMay() {
        var sale = api.get("/v1/sales/" + SALE);

        assertThat(sale.at("/receipt").asString()).isEqualTo("R-1001");
        assertThat(sale.at("/lines/0/quantity").asString()).isEqualTo("3");
        assertThat(sale.at("/lines/0/unitPrice").asString()).isEqualTo("2.55");
        assertThat(sale.at("/lines/0/returned").asString()).isEqualTo("1");
        assertThat(sale.at("/lines/0/returnable").asString()).isEqualTo("2");
        assertThat(sale.at("/lines/0/taxes/0/ratePpm").asInt()).isEqualTo(230_000);
        assertThat(sale.at("/tenders/0/amountMinor").asLong()).isEqualTo(500);
        assertThat(sale.at("/tenders/0/refundedMinor").asLong()).isEqualTo(120);
    }

    @Test
    void aLineSaysWhyItsDiscountWasGiven() {
        var discounts = api.get("/v1/sales/" + SALE).at("/lines/0/discounts");

        assertThat(discounts).hasSize(2);
        assertThat(discounts.at("/0/kind").asString()).isEqualTo("LOYALTY");
        assertThat(discounts.at("/0/amountMinor").asLong()).isEqualTo(50);
        assertThat(discounts.at("/0/reference").isMissingNode()).isTrue();
        assertThat(discounts.at("/1/reference").asString()).isEqualTo("S-5");
    }

    @Test
    void aSaleIsFoundByReceiptCustomerPlaceAndDay() {
        assertThat(api.all("/v1/sales?receipt=R-1001")).hasSize(1);
        assertThat(api.all("/v1/sales?customer=C-1&order=desc")).hasSize(1);
        assertThat(api.all("/v1/sales?customer=C-2")).isEmpty();
        assertThat(api.all("/v1/sales?from=2026-02-20&to=2026-03-12")).hasSize(1);
        assertThat(api.all("/v1/sales?to=2026-02-19")).isEmpty();
        assertThat(api.get("/v1/sales?receipt=R-1001").at("/items/0/lines").isMissingNode())
                .isTrue();
    }

    @Test
    void aReturnIsFoundByItsSaleAndSaysWhereTheMoneyWent() {
        assertThat(api.all("/v1/returns?sale=" + SALE))
                .extracting(returned -> returned.get("returnId").asString())
                .containsExactly(RETURN);
        var returned = api.get("/v1/returns/" + RETURN);
        assertThat(returned.at("/lines/0/disposition").asString()).isEqualTo("RESTOCK");
        assertThat(returned.at("/lines/0/saleLine").asInt()).isEqualTo(1);
        assertThat(returned.at("/refunds/0/tender").asInt()).isEqualTo(1);
    }
}
