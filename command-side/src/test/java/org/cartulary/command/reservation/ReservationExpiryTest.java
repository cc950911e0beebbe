package org.cartulary.command.reservation;

import static org.cartulary.command.Examples.NOON;
import static org.cartulary.command.Examples.TEAPOT;
import static org.cartulary.command.Examples.WEB;
import static org.cartulary.command.Examples.lisbon;
import static org.cartulary.command.Examples.receive;
import static org.cartulary.command.Examples.reservation;
import static org.cartulary.command.Examples.reserve;
import static org.cartulary.command.Examples.units;

import java.time.Instant;
import java.util.List;
import org.cartulary.command.Basket;
import org.cartulary.command.Examples;
import org.cartulary.command.TestLedger;
import org.cartulary.command.reservation.ReservationCommand.CommitReservation;
import org.cartulary.command.reservation.ReservationCommand.PlaceReservation;
import org.cartulary.command.stock.StockRejection;
import org.cartulary.events.reservation.ReservationEvent.Units;
import org.cartulary.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Rule book, "Reservations": the decision's time beats the sweeper, and it is the ledger's, not that of a channel. */
class ReservationExpiryTest {
    @RegisterExtension
    static final TestDatabase database = TestDatabase.migrated();

    @Test
    void noClockOfAChannelEndsOrRevivesAHold() {
        try (var shop = new TestLedger(database.dataSource())) {
            Examples.open(shop);
            shop.accepted(receive(lisbon(TEAPOT), units(1)));
            var anns = reservation();
            var until = NOON.plusSeconds(120);
            shop.accepted(reserve(anns, "ann", lisbon(TEAPOT), 1, until));
            var fast = NOON.plusSeconds(280);
            shop.refused(Basket.of(TEAPOT, 1, "1").at(fast).sale(), StockRejection.NOT_ENOUGH_STOCK);
            shop.accepted(new CommitReservation(anns, "ann", fast));
            shop.accepted(new Basket()
                    .owner("ann")
                    .reserved(TEAPOT, 1, "1", anns)
                    .at(fast)
                    .sale());
            var longAgo = Instant.parse("1999-01-01T00:00:00Z");
            var dead = new PlaceReservation(
                    reservation(),
                    "ben",
                    WEB,
                    List.of(new Units(lisbon(TEAPOT), units(1))),
                    longAgo.plusSeconds(600),
                    false,
                    longAgo);
            shop.refused(dead, ReservationRejection.RESERVATION_ENDS_BEFORE_IT_BEGINS);
        }
    }
}
