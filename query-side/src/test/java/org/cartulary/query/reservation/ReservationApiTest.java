package org.cartulary.query.reservation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cartulary.query.TestClock.NOON;

import org.cartulary.events.kernel.Uuid7;
import org.cartulary.query.Api;
import org.cartulary.query.QueryTest;
import org.cartulary.query.Seed;
import org.cartulary.query.TestClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rule book, "Reservations": an expired hold counts as free, whatever the last event says. */
@QueryTest
class ReservationApiTest {

    static final String MINE = Uuid7.named(NOON, "mine").toString();
    static final String FIRM = Uuid7.named(NOON, "firm").toString();

    final Api api;
    final Seed seed;
    final TestClock clock;

    ReservationApiTest(Api api, Seed seed, TestClock clock) {
        this.api = api;
        this.seed = seed;
        this.clock = clock;
    }

    @BeforeEach
    void twoReservations() {
        seed.empty();
        seed.reservation(MINE, "cart-1", "ACTIVE", NOON.plusSeconds(60));
        seed.reservation(FIRM, "cart-2", "COMMITTED", null);
    }

    @Test
    void aReservationNamesItsUnits() {
        var reservation = api.get("/v1/reservations/" + MINE);

        assertThat(reservation.at("/status").asString()).isEqualTo("ACTIVE");
        assertThat(reservation.at("/units/0/quantity").asString()).isEqualTo("2");
        assertThat(api.get("/v1/reservations/" + FIRM).at("/expiresAt").isMissingNode())
                .isTrue();
    }

    @Test
    void itExpiresWithItsTimeAndNotWithAnEvent() {
        clock.set(NOON.plusSeconds(60));

        assertThat(api.get("/v1/reservations/" + MINE).at("/status").asString()).isEqualTo("EXPIRED");
        assertThat(api.all("/v1/reservations?status=ACTIVE")).isEmpty();
        assertThat(api.all("/v1/reservations?status=EXPIRED")).hasSize(1);
        assertThat(api.all("/v1/reservations?status=COMMITTED")).hasSize(1);
    }

    @Test
    void anOwnerFindsItsOwn() {
        assertThat(api.all("/v1/reservations?owner=cart-2"))
                .extracting(reservation -> reservation.get("reservation").asString())
                .containsExactly(FIRM);
    }

    @Test
    void whoSeesOneOfItsLocationsSeesTheUnitsThere() {
        seed.database.update("insert into reservation.units values (?, 'PORTO', 'TEAPOT', 5, 0)", MINE);

        var seen = api.get("/v1/reservations/" + MINE, "PORTO/*/false");

        assertThat(seen.at("/units")).hasSize(1);
        assertThat(seen.at("/units/0/location").asString()).isEqualTo("PORTO");
        assertThat(seen.at("/owner").isMissingNode()).isTrue();
        assertThat(api.get("/v1/reservations", "PORTO/*/true").at("/items")).hasSize(1);
        assertThat(api.get("/v1/reservations/" + FIRM, "PORTO/*/true").status()).isEqualTo(404);
        assertThat(api.get("/v1/reservations/" + MINE, "*/till/true").status()).isEqualTo(404);
    }
}
