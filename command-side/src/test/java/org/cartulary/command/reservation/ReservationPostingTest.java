package org.cartulary.command.reservation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.cartulary.command.Examples.*;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.cartulary.command.Basket;
import org.cartulary.command.OpenShop;
import org.cartulary.command.TestLedger;
import org.cartulary.command.kernel.Command;
import org.cartulary.command.product.ProductRejection;
import org.cartulary.command.reservation.ReservationCommand.CommitReservation;
import org.cartulary.command.reservation.ReservationCommand.ExpireReservation;
import org.cartulary.command.reservation.ReservationCommand.ExtendReservation;
import org.cartulary.command.reservation.ReservationCommand.PlaceReservation;
import org.cartulary.command.reservation.ReservationCommand.ReleaseReservation;
import org.cartulary.command.reservation.ReservationCommand.StartPayment;
import org.cartulary.command.stock.StockRejection;
import org.cartulary.events.kernel.Quantity;
import org.cartulary.events.kernel.ReservationId;
import org.cartulary.events.kernel.Sku;
import org.cartulary.events.product.ProductEvent.Kind;
import org.cartulary.events.reservation.ReservationEvent.ReservationUsed;
import org.cartulary.events.reservation.ReservationEvent.Units;
import org.cartulary.events.stock.StockEvent.HoldExpired;
import org.cartulary.events.stock.StockEvent.HoldExtended;
import org.cartulary.events.stock.StockEvent.HoldReleased;
import org.cartulary.events.stock.StockEvent.StockHeld;
import org.cartulary.events.stock.StockId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Rule book, "Reservations": the promise and the units on its shelves are one append. */
class ReservationPostingTest {
    @RegisterExtension
    static final OpenShop open = new OpenShop();

    private static final Instant LATER = NOON.plusSeconds(60);
    private static final Instant SOON = NOON.minusSeconds(60);

    private final Sku sku = Sku.of("SKU-" + UUID.randomUUID());
    private final StockId shop = lisbon(sku);
    private final StockId warehouse = new StockId(WAREHOUSE, sku);
    private final ReservationId id = reservation();
    private TestLedger ledger;

    @BeforeEach
    void stocks() {
        ledger = open.ledger();
        ledger.accepted(product(sku, Kind.GOODS, 0), receive(shop, units(5)), receive(warehouse, units(2)));
    }

    /** medusajs/medusa#13625: a checkout that fails keeps stock. */
    @Test
    void overSeveralShelvesItIsAllOrNothing() {
        long head = ledger.head();
        ledger.refused(place(false, 5, 3), StockRejection.NOT_ENOUGH_STOCK);
        assertThat(ledger.head()).isEqualTo(head + 1);
        var placed = ledger.accepted(place(false, 5, 2));
        assertThat(ledger.factsOf(placed))
                .filteredOn(StockHeld.class::isInstance)
                .hasSize(2);
        nothingIsFree();
    }

    @Test
    void aPartialOneSaysWhatItGot() {
        var placed = ledger.accepted(place(true, 4, 3));
        assertThat(placed.result().path("units").valueStream())
                .extracting(
                        units -> units.at("/stock/location").stringValue(),
                        units -> units.path("quantity").stringValue())
                .containsExactly(tuple("LISBON", "4"), tuple("WAREHOUSE", "2"));
        var other = new PlaceReservation(
                reservation(), "ben", WEB, List.of(new Units(warehouse, units(1))), LATER, true, NOON);
        ledger.refused(other, StockRejection.NOT_ENOUGH_STOCK);
    }

    @Test
    void aSaleUsesItOnEachOfItsShelves() {
        ledger.accepted(place(false, 5, 2));
        var sale = new Basket()
                .owner("ann")
                .line(sku, null, units(4), "1.00", 0, 0, id)
                .line(sku, WAREHOUSE, units(2), "1.00", 0, 0, id)
                .sale();
        assertThat(ledger.factsOf(ledger.accepted(sale)))
                .filteredOn(ReservationUsed.class::isInstance)
                .hasSize(1);
        nothingIsFree();
        ledger.refused(
                new Basket().owner("ann").reserved(sku, 2, "1.00", id).sale(),
                ReservationRejection.RESERVATION_HOLDS_LESS);
        ledger.accepted(new Basket().owner("ann").reserved(sku, 1, "1.00", id).sale());
        ledger.refused(
                new Basket().owner("ann").reserved(sku, 1, "1.00", id).sale(),
                ReservationRejection.RESERVATION_USED_UP);
    }

    @Test
    void whatIsReleasedIsFreeOnEachShelfAndReleasingAgainDoesNothing() {
        ledger.accepted(place(false, 5, 2));
        var release = new ReleaseReservation(id, "ann", "changed her mind", NOON);
        ledger.refused(
                new ReleaseReservation(id, "ben", "mine", NOON), ReservationRejection.RESERVATION_OF_ANOTHER_OWNER);
        assertThat(ledger.factsOf(ledger.accepted(release)))
                .filteredOn(HoldReleased.class::isInstance)
                .hasSize(2);
        assertThat(ledger.accepted(release).events()).isZero();
        ledger.accepted(Basket.of(sku, 5, "1.00").sale());
        ledger.refused(new CommitReservation(id, "ann", NOON), ReservationRejection.RESERVATION_RELEASED);
    }

    /** As long as the ledger's clock says soon; then it says noon again. */
    private void placedBeforeItRanOut(Command... then) {
        ledger.clockSays(SOON);
        ledger.accepted(placeUntil(SOON.plusSeconds(30)));
        ledger.accepted(then);
        ledger.clockSays(NOON);
    }

    @Test
    void whatHasRunOutIsFreeBeforeAnySweeperCame() {
        placedBeforeItRanOut();
        var sale = Basket.of(sku, 5, "1.00").sale();
        assertThat(ledger.factsOf(ledger.accepted(sale)))
                .filteredOn(HoldExpired.class::isInstance)
                .hasSize(1);
        ledger.refused(new CommitReservation(id, "ann", NOON), ReservationRejection.RESERVATION_EXPIRED);
        var swept = ledger.accepted(new ExpireReservation(id, NOON));
        assertThat(ledger.factsOf(swept))
                .filteredOn(HoldExpired.class::isInstance)
                .hasSize(1);
        assertThat(ledger.accepted(new ExpireReservation(id, NOON)).events()).isZero();
    }

    @Test
    void aPaymentKeepsTheHoldsOfEachShelfForAQuarterOfAnHour() {
        ledger.accepted(place(false, 5, 2));
        var paying = ledger.accepted(new StartPayment(id, "ann", NOON));
        assertThat(ledger.factsOf(paying))
                .filteredOn(HoldExtended.class::isInstance)
                .map(HoldExtended.class::cast)
                .extracting(HoldExtended::expiresAt)
                .containsExactly(NOON.plusSeconds(900), NOON.plusSeconds(900));
        ledger.refused(Basket.of(sku, 1, "1.00").at(LATER).sale(), StockRejection.NOT_ENOUGH_STOCK);
    }

    @Test
    void anExtensionMovesTheEndOfEachHold() {
        ledger.accepted(place(false, 1, 1));
        var extended = ledger.accepted(new ExtendReservation(id, "ann", LATER.plusSeconds(60), NOON));
        assertThat(ledger.factsOf(extended))
                .filteredOn(HoldExtended.class::isInstance)
                .hasSize(2);
    }

    @Test
    void whatIsCommittedIsHeldForEverAndCanStillBeUsed() {
        placedBeforeItRanOut(new CommitReservation(id, "ann", SOON));
        nothingIsFree();
        assertThat(ledger.accepted(new ExpireReservation(id, NOON)).events()).isZero();
        ledger.accepted(new Basket().owner("ann").reserved(sku, 5, "1.00", id).sale());
    }

    @Test
    void onlyWhatHasAShelfCanBeReserved() {
        ledger.refused(reserve(id, "ann", lisbon(POSTAGE), 1, LATER), ProductRejection.PRODUCT_HAS_NO_STOCK);
        ledger.refused(reserve(id, "ann", lisbon(Sku.of("NONE")), 1, LATER), ProductRejection.PRODUCT_UNKNOWN);
        var half = List.of(new Units(shop, Quantity.parse("0.5")));
        ledger.refused(
                new PlaceReservation(id, "ann", WEB, half, LATER, false, NOON), ProductRejection.QUANTITY_TOO_FINE);
        ledger.accepted(reserve(id, "ann", shop, 1, LATER));
        ledger.refused(reserve(id, "ann", shop, 1, LATER), ReservationRejection.RESERVATION_ALREADY_PLACED);
    }

    private void nothingIsFree() {
        Stream.of(shop, warehouse)
                .forEach(shelf -> ledger.refused(
                        new Basket()
                                .line(sku, shelf.location(), units(1), "1.00", 0, 0, null)
                                .sale(),
                        StockRejection.NOT_ENOUGH_STOCK));
    }

    private PlaceReservation place(boolean partial, long inShop, long inWarehouse) {
        var units = List.of(new Units(warehouse, units(inWarehouse)), new Units(shop, units(inShop)));
        return new PlaceReservation(id, "ann", WEB, units, LATER, partial, NOON);
    }

    /** From a minute ago, on both shelves, all that is there. */
    private PlaceReservation placeUntil(Instant end) {
        var units = List.of(new Units(shop, units(5)), new Units(warehouse, units(2)));
        return new PlaceReservation(id, "ann", WEB, units, end, false, SOON);
    }
}
