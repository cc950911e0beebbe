package org.cartulary.query.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cartulary.query.TestClock.NOON;

import java.time.LocalDate;
import java.util.List;
import org.cartulary.events.kernel.Uuid7;
import org.cartulary.query.Api;
import org.cartulary.query.QueryTest;
import org.cartulary.query.Seed;
import org.cartulary.query.TestClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rule book, "Transfers": in transit is seen by transfer, SKU and place, and explained to the last unit. */
@QueryTest
class TransferApiTest {

    static final String FIRST = id(1);
    static final String SECOND = id(2);
    static final String DONE = id(3);
    static final String ASKED = id(4);

    final Api api;
    final Seed seed;
    final TestClock clock;

    TransferApiTest(Api api, Seed seed, TestClock clock) {
        this.api = api;
        this.seed = seed;
        this.clock = clock;
    }

    @BeforeEach
    void twoOnTheRoadOneDoneAndOneAskedFor() {
        seed.empty();
        seed.location("LISBON");
        seed.transfer(FIRST, "PORTO", "DISPATCHED", LocalDate.parse("2026-03-05"));
        seed.transferLine(FIRST, 1, "TEAPOT", "4", "6");
        seed.transferLine(FIRST, 2, "CUP", "10", "0");
        seed.transferLine(FIRST, 3, "TEAPOT", "9", "1");
        seed.transfer(SECOND, "PORTO", "DISPATCHED", null);
        seed.transferLine(SECOND, 1, "TEAPOT", "7.5", "2.5");
        seed.transfer(DONE, "FARO", "CLOSED", null);
        seed.transferLine(DONE, 1, "TEAPOT", "8", "0");
        seed.database.update(
                "insert into transfer.loss values (9, 1, ?, 'TEAPOT', 2, 'CARRIER', 'no seal', ?)",
                DONE,
                Seed.time(NOON));
        seed.transfer(ASKED, "FARO", "REQUESTED", null);
        seed.progress(9);
    }

    @Test
    void aTransferIsSeenFromEitherEnd() {
        assertThat(api.get("/v1/transfers", "LISBON/*/true").at("/items")).hasSize(4);
        assertThat(api.get("/v1/transfers", "FARO/*/true").at("/items")).hasSize(2);
        assertThat(api.get("/v1/transfers/" + DONE, "FARO/*/false")
                        .at("/losses/0/reason")
                        .isMissingNode())
                .isTrue();
        assertThat(api.get("/v1/transfers/" + DONE, "PORTO/*/true").status()).isEqualTo(404);
    }

    @Test
    void whatIsOnTheRoadIsSummedOverTheTransfersThatAreSeen() {
        seed.database.update("update transfer.transfer set source = 'FARO' where transfer = ?", SECOND);

        assertThat(api.get("/v1/in-transit", "PORTO/*/true")
                        .at("/items/0/quantity")
                        .asString())
                .isEqualTo("9.5");
        var seen = api.get("/v1/in-transit", "FARO/*/true");
        assertThat(seen.at("/items/0/quantity").asString()).isEqualTo("2.5");
        assertThat(seen.at("/items/0/loads")).hasSize(1);
    }

    @Test
    void aTransferSaysWhatBecameOfEachLine() {
        var transfer = api.get("/v1/transfers/" + DONE);

        assertThat(transfer.position()).isEqualTo(9);
        assertThat(transfer.at("/status").asString()).isEqualTo("CLOSED");
        assertThat(transfer.at("/lines/0/dispatched").asString()).isEqualTo("10");
        assertThat(transfer.at("/lines/0/received").asString()).isEqualTo("8");
        assertThat(transfer.at("/lines/0/lost").asString()).isEqualTo("2");
        assertThat(transfer.at("/lines/0/inTransit").asString()).isEqualTo("0");
        assertThat(transfer.at("/losses/0/owner").asString()).isEqualTo("CARRIER");
        assertThat(transfer.at("/losses/0/position").asLong()).isEqualTo(9);
        assertThat(api.get("/v1/transfers/" + id(5)).status()).isEqualTo(404);
        assertThat(api.get("/v1/transfers/1").status()).isEqualTo(400);
    }

    @Test
    void whatIsOnTheRoadHasAValueWhereEveryLineHasACost() {
        var second = api.get("/v1/transfers/" + SECOND);
        assertThat(second.at("/lines/0/unitCost").asString()).isEqualTo("12.345");
        assertThat(second.at("/valueMinor").asLong())
                .as("2.5 x 12.345, half up")
                .isEqualTo(3_086);
        assertThat(second.at("/currency").asString()).isEqualTo("EUR");

        assertThat(api.get("/v1/transfers/" + FIRST).at("/valueMinor").isMissingNode())
                .as("nobody said what a cup is worth")
                .isTrue();
        assertThat(api.get("/v1/transfers/" + DONE).at("/valueMinor").isMissingNode())
                .isTrue();
    }

    @Test
    void transfersAreFoundByPlaceSkuAndState() {
        assertThat(found(""))
                .containsExactlyInAnyOrder(FIRST, SECOND, DONE, ASKED)
                .isSorted();
        assertThat(found("&source=LISBON&destination=PORTO")).containsExactlyInAnyOrder(FIRST, SECOND);
        assertThat(found("&source=PORTO")).isEmpty();
        assertThat(found("&sku=CUP")).containsExactly(FIRST);
        assertThat(found("&sku=TEAPOT&status=DISPATCHED")).containsExactlyInAnyOrder(FIRST, SECOND);
        assertThat(found("&open=true")).containsExactlyInAnyOrder(FIRST, SECOND, ASKED);
        assertThat(found("&open=false")).containsExactly(DONE);
    }

    @Test
    void anOpenTransferHasAnAgeSinceItsGoodsLeftOrItWasAskedFor() {
        clock.set(NOON.plusSeconds(10_000));

        assertThat(api.get("/v1/transfers/" + FIRST).at("/ageSeconds").asLong()).isEqualTo(6_400);
        assertThat(api.get("/v1/transfers/" + ASKED).at("/ageSeconds").asLong()).isEqualTo(10_000);
        assertThat(api.get("/v1/transfers/" + DONE).at("/ageSeconds").isMissingNode())
                .isTrue();
    }

    @Test
    void inTransitIsSummedBySkuAndPlaceAndNamesItsTransfers() {
        var teapots = api.get("/v1/in-transit?sku=TEAPOT&location=PORTO").at("/items");

        assertThat(teapots).hasSize(1);
        assertThat(teapots.at("/0/quantity").asString()).isEqualTo("9.5");
        assertThat(teapots.at("/0/loads/0/transfer").asString()).isEqualTo(FIRST);
        assertThat(teapots.at("/0/loads/0/quantity").asString()).isEqualTo("7");
        assertThat(teapots.at("/0/loads/0/expectedOn").asString()).isEqualTo("2026-03-05");
        assertThat(teapots.at("/0/loads/1/quantity").asString()).isEqualTo("2.5");
        assertThat(api.all("/v1/in-transit?sku=CUP")).isEmpty();
        assertThat(api.all("/v1/in-transit?location=FARO")).isEmpty();
    }

    @Test
    void inTransitIsAskedForByItsDate() {
        assertThat(api.get("/v1/in-transit?expectedBy=2026-03-05")
                        .at("/items/0/quantity")
                        .asString())
                .isEqualTo("7");
        assertThat(api.all("/v1/in-transit?expectedBy=2026-03-04")).isEmpty();
    }

    @Test
    void pagesOfInTransitGoOnWhereTheLastOneEnded() {
        seed.transfer(id(6), "FARO", "DISPATCHED", null);
        for (int line = 1; line <= 5; line++) seed.transferLine(id(6), line, "SKU-" + line, "0", "1");

        assertThat(api.all("/v1/in-transit?limit=2"))
                .extracting(units -> units.get("sku").asString() + " "
                        + units.get("location").asString())
                .containsExactly("SKU-1 FARO", "SKU-2 FARO", "SKU-3 FARO", "SKU-4 FARO", "SKU-5 FARO", "TEAPOT PORTO");
    }

    List<String> found(String filters) {
        return api.all("/v1/transfers?limit=2" + filters).stream()
                .map(transfer -> transfer.get("transfer").asString())
                .toList();
    }

    static String id(int number) {
        return Uuid7.named(NOON, "transfer " + number).toString();
    }
}
