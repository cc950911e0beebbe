package org.cartulary.command.reservation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cartulary.command.Examples.*;
import static org.cartulary.command.Rejected.rejected;
import static org.cartulary.command.reservation.ReservationRejection.*;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.cartulary.command.reservation.ReservationCommand.CommitReservation;
import org.cartulary.command.reservation.ReservationCommand.ExpireReservation;
import org.cartulary.command.reservation.ReservationCommand.ExtendReservation;
import org.cartulary.command.reservation.ReservationCommand.PlaceReservation;
import org.cartulary.command.reservation.ReservationCommand.ReleaseReservation;
import org.cartulary.command.reservation.ReservationCommand.StartPayment;
import org.cartulary.command.reservation.ReservationState.Status;
import org.cartulary.command.reservation.ReservationState.Use;
import org.cartulary.events.kernel.ReservationId;
import org.cartulary.events.kernel.SaleId;
import org.cartulary.events.kernel.Uuid7;
import org.cartulary.events.reservation.ReservationEvent;
import org.cartulary.events.reservation.ReservationEvent.PaymentStarted;
import org.cartulary.events.reservation.ReservationEvent.ReservationExpired;
import org.cartulary.events.reservation.ReservationEvent.ReservationReleased;
import org.cartulary.events.reservation.ReservationEvent.Units;
import org.junit.jupiter.api.Test;

/** Rule book, "Reservations": Ann's cart of two teapots and a cup. */
class ReservationStateTest {

    private static final ReservationId ID = reservation();
    private static final SaleId SALE = new SaleId(Uuid7.random());
    private static final Instant LATER = NOON.plus(Duration.ofMinutes(15));

    private ReservationState promise = ReservationState.NONE;

    @Test
    void aReservationHasAnOwnerUnitsAndAnEnd() {
        placed();
        assertThat(promise.status()).isEqualTo(Status.ACTIVE);
        assertThat(promise.owner()).isEqualTo("ann");
        assertThat(promise.expiresAt()).isEqualTo(LATER);
        assertThat(promise.shelves()).containsExactly(lisbon(CUP), lisbon(TEAPOT));
    }

    @Test
    void itIsPlacedOnce() {
        placed();
        rejected(RESERVATION_ALREADY_PLACED, () -> decide(place(LATER)));
    }

    @Test
    void itEndsAfterItBeginsAndWithinThirtyDays() {
        rejected(RESERVATION_ENDS_BEFORE_IT_BEGINS, () -> decide(place(NOON)));
        rejected(
                RESERVATION_TOO_LONG,
                () -> decide(place(NOON.plus(Duration.ofDays(30)).plusSeconds(1))));
        assertThat(decide(place(NOON.plus(Duration.ofDays(30))))).hasSize(1);
    }

    @Test
    void onlyItsOwnerMayChangeIt() {
        placed();
        rejected(RESERVATION_OF_ANOTHER_OWNER, () -> decide(new CommitReservation(ID, "ben", NOON)));
        rejected(RESERVATION_OF_ANOTHER_OWNER, () -> decide(release("ben", NOON)));
        rejected(RESERVATION_OF_ANOTHER_OWNER, () -> decide(use("ben", NOON, units(TEAPOT, 1))));
    }

    @Test
    void whatWasNeverPlacedIsUnknown() {
        rejected(RESERVATION_UNKNOWN, () -> decide(new CommitReservation(ID, "ann", NOON)));
        rejected(RESERVATION_UNKNOWN, () -> decide(release("ann", NOON)));
        assertThat(decide(new ExpireReservation(ID, NOON))).isEmpty();
    }

    @Test
    void theDecisionsTimeBeatsTheSweeper() {
        placed();
        rejected(RESERVATION_EXPIRED, () -> decide(new CommitReservation(ID, "ann", LATER)));
        rejected(RESERVATION_EXPIRED, () -> decide(use("ann", LATER, units(TEAPOT, 1))));
        rejected(RESERVATION_EXPIRED, () -> decide(new ExtendReservation(ID, "ann", LATER.plusSeconds(9), LATER)));
        assertThat(decide(use("ann", LATER.minusMillis(1), units(TEAPOT, 1)))).hasSize(1);
    }

    /** A command dated back would else use, extend or firm up what has long been free. */
    @Test
    void theLedgersClockAloneTellsWhetherItHasExpired() {
        placed();
        rejected(RESERVATION_EXPIRED, () -> promise.decide(new CommitReservation(ID, "ann", NOON), LATER));
        rejected(RESERVATION_EXPIRED, () -> promise.decide(use("ann", NOON, units(TEAPOT, 1)), LATER));
        rejected(
                RESERVATION_EXPIRED,
                () -> promise.decide(new ExtendReservation(ID, "ann", LATER.plusSeconds(9), NOON), LATER));
        var fast = LATER.plusSeconds(60);
        assertThat(promise.decide(use("ann", fast, units(TEAPOT, 1)), LATER.minusSeconds(1)))
                .hasSize(1);
        assertThat(promise.decide(new ExpireReservation(ID, fast), LATER.minusSeconds(1)))
                .isEmpty();
    }

    @Test
    void nobodyReservesForATimeThatIsOver() {
        rejected(RESERVATION_ENDS_BEFORE_IT_BEGINS, () -> promise.decide(place(LATER), LATER));
    }

    @Test
    void aPaymentIsTimedByTheLedger() {
        placed();
        var started = promise.decide(new StartPayment(ID, "ann", Instant.EPOCH), LATER.minusSeconds(1));
        assertThat(started).containsExactly(new PaymentStarted(ID, LATER.plusSeconds(15 * 60 - 1), Instant.EPOCH));
    }

    @Test
    void theSweeperFindsItExpiredOnce() {
        placed();
        assertThat(does(new ExpireReservation(ID, LATER.minusMillis(1)))).isEmpty();
        assertThat(does(new ExpireReservation(ID, LATER))).containsExactly(new ReservationExpired(ID, LATER));
        assertThat(does(new ExpireReservation(ID, LATER))).isEmpty();
        assertThat(promise.shelves()).isEmpty();
    }

    @Test
    void extensionsAreLimitedToThree() {
        placed();
        for (int i = 1; i <= 3; i++) does(new ExtendReservation(ID, "ann", LATER.plusSeconds(i), NOON));
        rejected(TOO_MANY_EXTENSIONS, () -> decide(new ExtendReservation(ID, "ann", LATER.plusSeconds(4), NOON)));
    }

    @Test
    void anExtensionGivesMoreTimeAndNeverLess() {
        placed();
        rejected(EXTENSION_ENDS_NO_LATER, () -> decide(new ExtendReservation(ID, "ann", LATER, NOON)));
        rejected(EXTENSION_ENDS_NO_LATER, () -> decide(new ExtendReservation(ID, "ann", LATER.minusSeconds(1), NOON)));
    }

    @Test
    void aPaymentInProgressKeepsItForAQuarterOfAnHourAndOnce() {
        placed();
        var justBefore = LATER.minusSeconds(1);
        var started =
                (PaymentStarted) does(new StartPayment(ID, "ann", justBefore)).getFirst();
        assertThat(started.frozenUntil()).isEqualTo(justBefore.plusSeconds(15 * 60));
        assertThat(decide(new CommitReservation(ID, "ann", LATER))).hasSize(1);
        rejected(PAYMENT_ALREADY_STARTED, () -> decide(new StartPayment(ID, "ann", LATER)));
    }

    @Test
    void aPaymentNeverShortensIt() {
        does(place(NOON.plus(Duration.ofDays(2))));
        var started = (PaymentStarted) does(new StartPayment(ID, "ann", NOON)).getFirst();
        assertThat(started.frozenUntil()).isEqualTo(NOON.plus(Duration.ofDays(2)));
    }

    @Test
    void whatIsCommittedNoLongerExpires() {
        placed();
        does(new CommitReservation(ID, "ann", NOON));
        var muchLater = NOON.plus(Duration.ofDays(99));
        assertThat(decide(new ExpireReservation(ID, muchLater))).isEmpty();
        assertThat(decide(use("ann", muchLater, units(TEAPOT, 2)))).hasSize(1);
        rejected(RESERVATION_ALREADY_COMMITTED, () -> decide(new CommitReservation(ID, "ann", NOON)));
        rejected(RESERVATION_ALREADY_COMMITTED, () -> decide(new StartPayment(ID, "ann", NOON)));
        rejected(RESERVATION_ALREADY_COMMITTED, () -> decide(new ExtendReservation(ID, "ann", muchLater, NOON)));
    }

    @Test
    void releasingTwiceDoesNothingTheSecondTime() {
        placed();
        assertThat(does(release("ann", NOON))).singleElement().isInstanceOf(ReservationReleased.class);
        assertThat(does(release("ann", NOON))).isEmpty();
        rejected(RESERVATION_RELEASED, () -> decide(new CommitReservation(ID, "ann", NOON)));
    }

    @Test
    void whatIsCommittedCanStillBeReleased() {
        placed();
        does(new CommitReservation(ID, "ann", NOON));
        assertThat(does(release("ann", NOON))).hasSize(1);
    }

    @Test
    void releasingWhatHasExpiredNeverFails() {
        placed();
        does(new ExpireReservation(ID, LATER));
        assertThat(decide(release("ann", LATER))).isEmpty();
    }

    @Test
    void salesUseUpWhatItHoldsAndNotMore() {
        placed();
        rejected(RESERVATION_HOLDS_LESS, () -> decide(use("ann", NOON, units(TEAPOT, 3))));
        rejected(RESERVATION_HOLDS_LESS, () -> decide(use("ann", NOON, units(TEA, 1))));
        evolved(decide(use("ann", NOON, units(TEAPOT, 1))));
        assertThat(promise.shelves()).containsExactly(lisbon(CUP), lisbon(TEAPOT));
        evolved(decide(use("ann", NOON, units(TEAPOT, 1), units(CUP, 1))));
        assertThat(promise.status()).isEqualTo(Status.USED);
        rejected(RESERVATION_USED_UP, () -> decide(use("ann", NOON, units(TEAPOT, 1))));
        assertThat(decide(release("ann", NOON))).isEmpty();
    }

    private void placed() {
        does(place(LATER));
    }

    /** By a channel whose clock agrees with the ledger's. */
    private List<ReservationEvent> decide(ReservationCommand command) {
        return promise.decide(command, command.occurredAt());
    }

    private List<ReservationEvent> decide(Use use) {
        return promise.decide(use, use.occurredAt());
    }

    private List<ReservationEvent> does(ReservationCommand command) {
        return evolved(decide(command));
    }

    private List<ReservationEvent> evolved(List<ReservationEvent> events) {
        for (var event : events) promise = promise.evolve(event);
        return events;
    }

    private static PlaceReservation place(Instant until) {
        return new PlaceReservation(ID, "ann", WEB, List.of(units(TEAPOT, 2), units(CUP, 1)), until, false, NOON);
    }

    private static ReleaseReservation release(String owner, Instant at) {
        return new ReleaseReservation(ID, owner, "changed her mind", at);
    }

    private static Use use(String owner, Instant at, Units... units) {
        return new Use(ID, owner, SALE, List.of(units), at);
    }

    private static Units units(org.cartulary.events.kernel.Sku sku, long units) {
        return new Units(lisbon(sku), org.cartulary.events.kernel.Quantity.of(units));
    }
}
