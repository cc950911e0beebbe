package org.cartulary.command.reservation;

import static org.cartulary.command.kernel.CommandRejected.require;
import static org.cartulary.command.reservation.ReservationRejection.*;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.axonframework.serialization.Revision;
import org.cartulary.command.kernel.CommandRejected;
import org.cartulary.command.reservation.ReservationCommand.CommitReservation;
import org.cartulary.command.reservation.ReservationCommand.ExpireReservation;
import org.cartulary.command.reservation.ReservationCommand.ExtendReservation;
import org.cartulary.command.reservation.ReservationCommand.PlaceReservation;
import org.cartulary.command.reservation.ReservationCommand.ReleaseReservation;
import org.cartulary.command.reservation.ReservationCommand.StartPayment;
import org.cartulary.events.kernel.ReservationId;
import org.cartulary.events.kernel.SaleId;
import org.cartulary.events.reservation.ReservationEvent;
import org.cartulary.events.reservation.ReservationEvent.*;
import org.cartulary.events.reservation.ReservationPolicy;
import org.cartulary.events.stock.StockId;

/**
 * What a promise knows: active, then committed, and at last used, released or expired. The decision's time beats the
 * sweeper: a reservation whose time has run out by the ledger's clock is expired, whether that has been written down or not.
 */
@Revision("1")
public record ReservationState(
        Status status,
        String owner,
        Instant expiresAt,
        int extensions,
        boolean paymentStarted,
        ReservationPolicy policy,
        Map<String, Units> left) {

    public enum Status {
        NONE,
        ACTIVE,
        COMMITTED,
        USED,
        RELEASED,
        EXPIRED
    }

    public static final ReservationState NONE =
            new ReservationState(Status.NONE, null, null, 0, false, ReservationPolicy.DEFAULT, Map.of());

    /** Units that a sale takes out of the reservation. */
    public record Use(ReservationId reservation, String owner, SaleId sale, List<Units> units, Instant occurredAt) {}

    /**
     * @param now by the ledger's clock: it alone tells what has expired
     * @throws CommandRejected with a {@link ReservationRejection}
     */
    public List<ReservationEvent> decide(ReservationCommand command, Instant now) {
        return switch (command) {
            case PlaceReservation c -> place(c, now);
            case ExtendReservation c -> extend(c, now);
            case StartPayment c -> startPayment(c, now);
            case CommitReservation c -> commit(c, now);
            case ReleaseReservation c -> release(c);
            case ExpireReservation c ->
                isExpiredAt(now) && status == Status.ACTIVE
                        ? List.of(new ReservationExpired(c.reservation(), c.occurredAt()))
                        : List.of();
        };
    }

    private List<ReservationEvent> place(PlaceReservation c, Instant now) {
        require(
                status == Status.NONE,
                RESERVATION_ALREADY_PLACED,
                c.reservation().toString());
        requireTime(later(now, c.occurredAt()), c.expiresAt());
        return List.of(new ReservationPlaced(
                c.reservation(), c.owner(), c.channel(), c.units(), c.expiresAt(), policy, c.occurredAt()));
    }

    private List<ReservationEvent> extend(ExtendReservation c, Instant now) {
        requireLive(c.reservation(), c.owner(), now);
        requireNotCommitted(c.reservation());
        requireTime(later(now, c.occurredAt()), c.expiresAt());
        require(c.expiresAt().isAfter(expiresAt), EXTENSION_ENDS_NO_LATER, "it ends at " + expiresAt + " already");
        require(
                extensions < policy.extensions(),
                TOO_MANY_EXTENSIONS,
                "a reservation is extended at most " + policy.extensions() + " times");
        return List.of(new ReservationExtended(c.reservation(), c.expiresAt(), c.occurredAt()));
    }

    private List<ReservationEvent> startPayment(StartPayment c, Instant now) {
        requireLive(c.reservation(), c.owner(), now);
        requireNotCommitted(c.reservation());
        require(!paymentStarted, PAYMENT_ALREADY_STARTED, "a payment keeps a reservation from expiring once");
        var until = later(now.plusSeconds(policy.paymentSeconds()), expiresAt);
        return List.of(new PaymentStarted(c.reservation(), until, c.occurredAt()));
    }

    private List<ReservationEvent> commit(CommitReservation c, Instant now) {
        requireLive(c.reservation(), c.owner(), now);
        requireNotCommitted(c.reservation());
        return List.of(new ReservationCommitted(c.reservation(), c.occurredAt()));
    }

    private List<ReservationEvent> release(ReleaseReservation c) {
        requireOwner(c.reservation(), c.owner());
        boolean nothingLeft = status == Status.RELEASED || status == Status.EXPIRED || status == Status.USED;
        return nothingLeft ? List.of() : List.of(new ReservationReleased(c.reservation(), c.reason(), c.occurredAt()));
    }

    /**
     * @param now by the ledger's clock
     * @throws CommandRejected with a {@link ReservationRejection}
     */
    public List<ReservationEvent> decide(Use use, Instant now) {
        requireLive(use.reservation(), use.owner(), now);
        for (var units : use.units()) {
            var kept = left.get(units.stock().toString());
            require(
                    kept != null && !units.quantity().isMoreThan(kept.quantity()),
                    RESERVATION_HOLDS_LESS,
                    use.reservation() + " holds " + (kept == null ? "nothing" : kept.quantity()) + " of "
                            + units.stock());
        }
        return List.of(new ReservationUsed(use.reservation(), use.sale(), use.units(), use.occurredAt()));
    }

    public ReservationState evolve(ReservationEvent event) {
        return switch (event) {
            case ReservationPlaced e ->
                new ReservationState(Status.ACTIVE, e.owner(), e.expiresAt(), 0, false, e.policy(), byShelf(e.units()));
            case ReservationExtended e ->
                new ReservationState(status, owner, e.expiresAt(), extensions + 1, paymentStarted, policy, left);
            case PaymentStarted e ->
                new ReservationState(status, owner, e.frozenUntil(), extensions, true, policy, left);
            case ReservationCommitted e ->
                new ReservationState(Status.COMMITTED, owner, null, extensions, paymentStarted, policy, left);
            case ReservationUsed e -> used(e);
            case ReservationReleased e -> ended(Status.RELEASED);
            case ReservationExpired e -> ended(Status.EXPIRED);
        };
    }

    /** The shelves on which something is left. */
    public List<StockId> shelves() {
        return left.values().stream().map(Units::stock).sorted().toList();
    }

    private ReservationState used(ReservationUsed e) {
        var rest = new TreeMap<>(left);
        for (var units : e.units()) {
            var kept = rest.get(units.stock().toString()).quantity().minus(units.quantity());
            if (kept.isZero()) rest.remove(units.stock().toString());
            else rest.put(units.stock().toString(), new Units(units.stock(), kept));
        }
        var next = rest.isEmpty() ? Status.USED : status;
        return new ReservationState(next, owner, expiresAt, extensions, paymentStarted, policy, Map.copyOf(rest));
    }

    private ReservationState ended(Status how) {
        return new ReservationState(how, owner, expiresAt, extensions, paymentStarted, policy, Map.of());
    }

    private static Map<String, Units> byShelf(List<Units> units) {
        var kept = new TreeMap<String, Units>();
        for (var unit : units) kept.put(unit.stock().toString(), unit);
        return Map.copyOf(kept);
    }

    private boolean isExpiredAt(Instant moment) {
        return status == Status.EXPIRED || status == Status.ACTIVE && !expiresAt.isAfter(moment);
    }

    private void requireLive(ReservationId reservation, String asking, Instant moment) {
        requireOwner(reservation, asking);
        require(status != Status.RELEASED, RESERVATION_RELEASED, reservation + " was released");
        require(!isExpiredAt(moment), RESERVATION_EXPIRED, reservation + " expired at " + expiresAt);
        require(status != Status.USED, RESERVATION_USED_UP, reservation + " has no units left");
    }

    private void requireOwner(ReservationId reservation, String asking) {
        require(status != Status.NONE, RESERVATION_UNKNOWN, "there is no reservation " + reservation);
        require(owner.equals(asking), RESERVATION_OF_ANOTHER_OWNER, reservation + " belongs to another owner");
    }

    private void requireNotCommitted(ReservationId reservation) {
        require(status != Status.COMMITTED, RESERVATION_ALREADY_COMMITTED, reservation + " no longer expires");
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private void requireTime(Instant from, Instant until) {
        require(until.isAfter(from), RESERVATION_ENDS_BEFORE_IT_BEGINS, "it can't end at " + until);
        require(
                Duration.between(from, until).getSeconds() <= policy.longestSeconds(),
                RESERVATION_TOO_LONG,
                "a reservation lasts at most " + policy.longestSeconds() + " seconds at a time");
    }
}
