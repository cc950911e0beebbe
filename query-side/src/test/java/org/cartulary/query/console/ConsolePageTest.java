package org.cartulary.query.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.cartulary.query.Api;
import org.cartulary.query.QueryTest;
import org.cartulary.query.Seed;
import org.cartulary.query.TestClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QueryTest
class ConsolePageTest {

    final Api api;
    final Seed seed;

    ConsolePageTest(Api api, Seed seed) {
        this.api = api;
        this.seed = seed;
    }

    @BeforeEach
    void empty() {
        seed.empty();
    }

    @Test
    void anEmptyLedgerSaysHowToBegin() {
        var page = api.get("/");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.header("Content-Type")).startsWith("text/html");
        assertThat(page.text())
                .contains("The ledger is empty")
                .contains("ops/bin/cartulary sample")
                .contains("cartulary.sample=true")
                .contains("/v1/locations");
        assertThat(page.position()).isZero();
    }

    @Test
    void aFilledLedgerShowsWhatItHolds() {
        aTeapotWasDelivered();
        seed.database.update(
                "insert into trade.daily values ('2026-02-28', 'till', 'LISBON', 'PT', 'EUR', 3, 1, 123456,"
                        + " 456, 0, 0, 0, 0, 0, 0, 0, 0, 0)");

        var page = api.get("/").text();

        assertThat(page)
                .doesNotContain("The ledger is empty")
                .contains("10 × TEAPOT at LISBON received with PO-1")
                .contains("stock.GoodsReceived")
                .contains("2026-02-28: 1,230.00 EUR net of 3 sales")
                .contains("A &lt;teapot&gt;")
                .contains("<rect");
    }

    @Test
    void aProjectionThatLagsBehindIsSeen() {
        aTeapotWasDelivered();
        seed.head(1500);

        assertThat(api.get("/").text()).contains("1,500").contains("class=\"number behind\">1,499<");
    }

    @Test
    void aSkuIsFoundByItsBeginning() {
        aTeapotWasDelivered();

        assertThat(api.get("/?sku=TEA").text()).contains("/v1/availability/TEAPOT");
        assertThat(api.get("/?sku=CUP").text())
                .doesNotContain("/v1/availability/TEAPOT")
                .contains("No SKU with stock begins so.");
        assertThat(api.get("/?sku=%3Cscript%3E").text()).doesNotContain("<script>");
    }

    @Test
    void thePageBringsAllOfItselfAlong() {
        var page = api.get("/");

        assertThat(page.header("Content-Security-Policy")).startsWith("default-src 'none'");
        assertThat(page.text()).doesNotContain("<script").doesNotContain("//cdn");
        assertThat(api.get("/console/overview.css").status()).isEqualTo(200);
    }

    void aTeapotWasDelivered() {
        seed.product("TEAPOT", "A <teapot>");
        seed.level("LISBON", "TEAPOT", "10");
        seed.event(1, """
                {"command":"command/default/k-1","data":{"occurredAt":"2026-03-01T12:00:00Z","quantity":"10",\
                "reference":"PO-1","stock":{"location":"LISBON","sku":"TEAPOT"}},\
                "id":"0195537e-1a00-7000-8000-000000000001","name":"stock.GoodsReceived",\
                "recordedAt":"2026-03-01T12:00:00Z","revision":1,"sequence":0,"stream":"stock/LISBON/TEAPOT"}""", "LISBON", null, Instant.from(TestClock.NOON));
        seed.progress(1);
    }
}
