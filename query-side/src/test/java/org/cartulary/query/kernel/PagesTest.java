package org.cartulary.query.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.cartulary.query.Api;
import org.cartulary.query.QueryTest;
import org.cartulary.query.Seed;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A cursor names the last row of its page, and belongs to the query that made it. */
@QueryTest
class PagesTest {

    final Api api;
    final Seed seed;

    PagesTest(Api api, Seed seed) {
        this.api = api;
        this.seed = seed;
    }

    @BeforeEach
    void tenProducts() {
        seed.empty();
        IntStream.range(0, 10).forEach(number -> seed.product("P" + number, "Product " + number));
    }

    @Test
    void pagesTogetherAreTheListWithoutAGapOrARepetition() {
        assertThat(api.all("/v1/products?limit=3"))
                .extracting(product -> product.get("sku").asString())
                .containsExactly("P0", "P1", "P2", "P3", "P4", "P5", "P6", "P7", "P8", "P9");
    }

    @Test
    void theLastPageHasNoNextEvenIfItIsFull() {
        assertThat(api.get("/v1/products?limit=10").at("/next").isMissingNode()).isTrue();
    }

    @Test
    void rowsThatComeBeforeTheCursorMoveNothing() {
        var cursor = api.get("/v1/products?limit=3").at("/next").asString();
        seed.product("A-NEW-ONE", "New");

        var second = api.get("/v1/products?limit=3&cursor=" + cursor);

        assertThat(second.at("/items/0/sku").asString()).isEqualTo("P3");
        assertThat(second.at("/items/2/sku").asString()).isEqualTo("P5");
    }

    @Test
    void aPageMayHaveAnotherLengthThanTheOneBefore() {
        var cursor = api.get("/v1/products?limit=3").at("/next").asString();

        assertThat(api.get("/v1/products?limit=7&cursor=" + cursor).at("/items"))
                .hasSize(7);
    }

    @Test
    void aCursorOfAnotherQueryIsRefused() {
        seed.level("LISBON", "CUP", "1");
        seed.level("LISBON", "TEAPOT", "1");
        var cursor =
                api.get("/v1/availability?location=LISBON&limit=1").at("/next").asString();

        var answer = api.get("/v1/availability?location=PORTO&limit=1&cursor=" + cursor);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.at("/code").asString()).isEqualTo("INVALID_CURSOR");
        assertThat(api.get("/v1/products?cursor=!!").at("/code").asString()).isEqualTo("INVALID_CURSOR");
    }
}
