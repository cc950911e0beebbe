package org.cartulary.query.stock;

import static org.assertj.core.api.Assertions.assertThat;

import org.cartulary.query.Api;
import org.cartulary.query.QueryTest;
import org.cartulary.query.Seed;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QueryTest
class MovementsTest {

    final Api api;
    final Seed seed;

    MovementsTest(Api api, Seed seed) {
        this.api = api;
        this.seed = seed;
    }

    @BeforeEach
    void fiveDeliveries() {
        seed.empty();
        for (int delivery = 1; delivery <= 5; delivery++) {
            seed.movement(delivery * 2L, "LISBON", "TEAPOT", "1.5", String.valueOf(delivery * 1.5));
            seed.movement(delivery * 2L + 1, "PORTO", "CUP", "1", String.valueOf(delivery));
        }
        seed.progress(11);
    }

    @Test
    void aShelfsMovementsCarryItsRunningBalance() {
        assertThat(api.all("/v1/stock/movements?location=LISBON&sku=TEAPOT&limit=2"))
                .extracting(movement -> movement.at("/after/sellable").asString())
                .containsExactly("1.5", "3", "4.5", "6", "7.5");
    }

    @Test
    void theyCanBeReadFromAPositionOnAndBackwards() {
        assertThat(api.all("/v1/stock/movements?after=8"))
                .extracting(movement -> movement.get("position").asLong())
                .containsExactly(9L, 10L, 11L);
        assertThat(api.all("/v1/stock/movements?order=desc&limit=4&sku=CUP"))
                .extracting(movement -> movement.get("position").asLong())
                .containsExactly(11L, 9L, 7L, 5L, 3L);
    }
}
