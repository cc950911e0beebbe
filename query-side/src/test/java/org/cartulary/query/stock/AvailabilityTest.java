package org.cartulary.query.stock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cartulary.query.TestClock.NOON;

import java.math.BigDecimal;
import java.util.Random;
import org.cartulary.query.Api;
import org.cartulary.query.QueryTest;
import org.cartulary.query.Seed;
import org.cartulary.query.TestClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rule book, "Stock": ATS = max(0, sellable - reserved - safety); a pool is the sum of locations, clamped before summing. */
@QueryTest
class AvailabilityTest {

    final Api api;
    final Seed seed;
    final TestClock clock;

    AvailabilityTest(Api api, Seed seed, TestClock clock) {
        this.api = api;
        this.seed = seed;
        this.clock = clock;
    }

    @BeforeEach
    void empty() {
        seed.empty();
        seed.progress(1);
    }

    @Test
    void whatCanBeSoldIsSellableLessReservedLessSafetyOfTheChannel() {
        seed.level("LISBON", "TEAPOT", "10", "2.5", "1");
        seed.safety("LISBON", "TEAPOT", "web", "3");
        seed.hold("R-1", "LISBON", "TEAPOT", "4", NOON.plusSeconds(60));

        var web = api.get("/v1/availability?sku=TEAPOT&channel=web").at("/items/0");

        assertThat(web.get("onHand").asString()).isEqualTo("13.5");
        assertThat(web.get("quarantine").asString()).isEqualTo("2.5");
        assertThat(web.get("reserved").asString()).isEqualTo("4");
        assertThat(web.get("safety").asString()).isEqualTo("3");
        assertThat(web.get("availableToSell").asString()).isEqualTo("3");
        assertThat(available("/v1/availability?sku=TEAPOT&channel=till")).isEqualTo("6");
        assertThat(available("/v1/availability?sku=TEAPOT")).isEqualTo("6");
    }

    @Test
    void anExpiredHoldCountsAsFreeAtOnceAndAFirmOneNever() {
        seed.level("LISBON", "TEAPOT", "10");
        seed.hold("R-1", "LISBON", "TEAPOT", "4", NOON.plusSeconds(60));
        seed.hold("R-2", "LISBON", "TEAPOT", "1", null);
        assertThat(available("/v1/availability?sku=TEAPOT")).isEqualTo("5");

        clock.set(NOON.plusSeconds(60));

        assertThat(available("/v1/availability?sku=TEAPOT")).isEqualTo("9");
    }

    @Test
    void aPoolNeverLetsOneLocationPayForAnother() {
        seed.level("LISBON", "TEAPOT", "2");
        seed.safety("LISBON", "TEAPOT", "web", "5");
        seed.level("PORTO", "TEAPOT", "3");

        var pool = api.get("/v1/availability/TEAPOT?channel=web");

        assertThat(pool.at("/availableToSell").asString()).isEqualTo("3");
        assertThat(pool.at("/onHand").asString()).isEqualTo("5");
        assertThat(pool.at("/locations/0/availableToSell").asString()).isEqualTo("0");
    }

    @Test
    void aPoolIsTheSumOfItsLocationsWhateverTheyHold() {
        var random = new Random(42);
        for (int location = 0; location < 20; location++) {
            seed.level("L" + location, "TEAPOT", thousandths(random, 20_000));
            if (random.nextBoolean()) seed.safety("L" + location, "TEAPOT", "web", thousandths(random, 9_000));
            if (random.nextBoolean())
                seed.hold("R" + location, "L" + location, "TEAPOT", thousandths(random, 9_000), NOON.plusSeconds(9));
        }

        var pool = api.get("/v1/availability/TEAPOT?channel=web");
        var sum = api.all("/v1/availability?sku=TEAPOT&channel=web&limit=7").stream()
                .map(shelf -> Seed.decimal(shelf.get("availableToSell").asString()))
                .reduce(Seed.decimal("0"), BigDecimal::add);

        assertThat(Seed.decimal(pool.at("/availableToSell").asString())).isEqualByComparingTo(sum);
    }

    @Test
    void aSkuWithoutStockHasAnEmptyPool() {
        var pool = api.get("/v1/availability/NOTHING");

        assertThat(pool.status()).isEqualTo(200);
        assertThat(pool.at("/availableToSell").asString()).isEqualTo("0");
        assertThat(pool.at("/locations")).isEmpty();
    }

    String available(String path) {
        return api.get(path).at("/items/0/availableToSell").asString();
    }

    static String thousandths(Random random, int most) {
        return BigDecimal.valueOf(random.nextInt(most), 3).toPlainString();
    }
}
