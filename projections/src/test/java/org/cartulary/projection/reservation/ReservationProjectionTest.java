package org.cartulary.projection.reservation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cartulary.projection.kernel.TestEvents.*;

import java.util.List;
import org.cartulary.events.reservation.ReservationEvent.*;
import org.cartulary.events.reservation.ReservationPolicy;
import org.cartulary.projection.kernel.Replay;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ReservationProjectionTest {

    private static final String STATUS = """
            select owner, channel, status, to_char(expires_at at time zone 'UTC', 'HH24:MI'), extensions, position
            from reservation.reservation""";
    private static final String UNITS = "select location, sku, quantity, used from reservation.units";

    @RegisterExtension
    final Replay reservations = new Replay(new ReservationProjection());

    @BeforeEach
    void carlaReservesThreeTeapotsUntilOne() {
        reservations.append(new ReservationPlaced(
                reservation(1),
                "cart-1",
                WEB,
                List.of(new Units(TEAPOTS, units("3"))),
                NOON.plusSeconds(3_600),
                ReservationPolicy.DEFAULT,
                NOON));
    }

    @Test
    void aPlacedReservationIsActiveUntilItExpires() {
        assertThat(reservations.rows(STATUS)).containsExactly("cart-1 web ACTIVE 13:00 0 1");
        assertThat(reservations.rows(UNITS)).containsExactly("LISBON TEAPOT 3.000 0.000");
    }

    @Test
    void extensionsAreCounted() {
        reservations.append(new ReservationExtended(reservation(1), NOON.plusSeconds(7_200), NOON));

        assertThat(reservations.rows(STATUS)).containsExactly("cart-1 web ACTIVE 14:00 1 2");
    }

    @Test
    void aPaymentInProgressKeepsItFromExpiring() {
        reservations.append(new PaymentStarted(reservation(1), NOON.plusSeconds(4_500), NOON));

        assertThat(reservations.rows(STATUS)).containsExactly("cart-1 web ACTIVE 13:15 0 2");
    }

    @Test
    void aCommittedReservationDoesNotExpire() {
        reservations.append(new ReservationCommitted(reservation(1), NOON));

        assertThat(reservations.rows(STATUS)).containsExactly("cart-1 web COMMITTED null 0 2");
    }

    @Test
    void aReservationIsUsedWhenItsLastUnitIsSold() {
        reservations.append(use("2"));
        assertThat(reservations.rows(STATUS)).containsExactly("cart-1 web ACTIVE 13:00 0 2");
        assertThat(reservations.rows(UNITS)).containsExactly("LISBON TEAPOT 3.000 2.000");

        reservations.append(use("1"));
        assertThat(reservations.rows(STATUS)).containsExactly("cart-1 web USED 13:00 0 3");
    }

    @Test
    void aReleasedReservationIsOver() {
        reservations.append(new ReservationReleased(reservation(1), "changed her mind", NOON));

        assertThat(reservations.rows(STATUS)).containsExactly("cart-1 web RELEASED 13:00 0 2");
    }

    @Test
    void anExpiredReservationIsOver() {
        reservations.append(new ReservationExpired(reservation(1), NOON));

        assertThat(reservations.rows(STATUS)).containsExactly("cart-1 web EXPIRED 13:00 0 2");
    }

    private static ReservationUsed use(String units) {
        return new ReservationUsed(reservation(1), sale(1), List.of(new Units(TEAPOTS, units(units))), NOON);
    }
}
