package org.cartulary.query.stock;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.stream.IntStream;
import org.cartulary.query.Api;
import org.cartulary.query.QueryTest;
import org.cartulary.query.Seed;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who does not see all locations reads the shelves of his own, whoever else asks at the same time. */
@QueryTest
class SeenShelvesTest {

    private static final String LISBON = "LISBON/*/true";
    private static final Executor EACH_BESIDE_THE_OTHERS = Thread::startVirtualThread;

    final Api api;
    final Seed seed;

    SeenShelvesTest(Api api, Seed seed) {
        this.api = api;
        this.seed = seed;
    }

    @BeforeEach
    void shelves() {
        seed.empty();
        for (int i = 10; i < 20; i++) {
            seed.level("LISBON", "CUP-" + i, "" + i);
            seed.level("PORTO", "CUP-" + i, "100");
        }
        seed.progress(5);
    }

    @Test
    void aPoolIsThePartThatIsSeen() {
        assertThat(onHand("*/*/true", 11)).isEqualTo("111");
        assertThat(onHand(LISBON, 11)).isEqualTo("11");
        assertThat(onHand("PORTO,LISBON/*/true", 11)).isEqualTo("111");
        assertThat(onHand("SHOP OF A. B-C_D/*/true", 11)).isEqualTo("0");
    }

    @Test
    void readsAtOnceAreAnsweredEachWithWhatItsCallerSees() {
        var sights = List.of("*/*/true", LISBON, "PORTO/*/false", "NOWHERE/*/true");
        var answers = IntStream.range(0, 400)
                .mapToObj(i -> CompletableFuture.supplyAsync(
                        () -> onHand(sights.get(i % 4), 10 + i % 10), EACH_BESIDE_THE_OTHERS))
                .toList();

        for (int i = 0; i < answers.size(); i++) {
            int lisbon = 10 + i % 10;
            assertThat(answers.get(i).join())
                    .isEqualTo("" + List.of(100 + lisbon, lisbon, 100, 0).get(i % 4));
        }
    }

    @Test
    void pagesAreFullAndTheirCursorsLeadThroughAllThatIsSeen() {
        var found = new ArrayList<String>();
        for (var next = "/v1/availability?limit=3"; next != null; ) {
            var page = api.get(next, LISBON);
            page.at("/items").forEach(shelf -> found.add(shelf.at("/location").asString()));
            var cursor = page.at("/next");
            assertThat(page.at("/items")).hasSize(cursor.isMissingNode() ? 1 : 3);
            next = cursor.isMissingNode() ? null : "/v1/availability?limit=3&cursor=" + cursor.asString();
        }

        assertThat(found).hasSize(10).containsOnly("LISBON");
    }

    @Test
    void aFilterForAPlaceOutOfSightIsRefusedWhetherOrNotThereIsSuchAPlace() {
        for (var filter : List.of("location=PORTO", "location=NOWHERE", "channel=web")) {
            var refused = api.get("/v1/availability?" + filter, "LISBON/till/true");

            assertThat(refused.status()).isEqualTo(403);
            assertThat(refused.at("/code").asString()).isEqualTo("NOT_IN_SIGHT");
            assertThat(refused.at("/violations/0/field").asString()).isEqualTo(filter.split("=")[0]);
        }
        assertThat(api.get("/v1/availability?location=LISBON&channel=till", "LISBON/till/true")
                        .status())
                .isEqualTo(200);
    }

    private String onHand(String sight, int cup) {
        return api.get("/v1/availability/CUP-" + cup, sight).at("/onHand").asString();
    }
}
