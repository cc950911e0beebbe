package org.cartulary.command.reservation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.axonframework.commandhandling.CommandHandler;
import org.cartulary.command.kernel.CommandHandling;
import org.cartulary.command.kernel.CommandRejected;
import org.cartulary.command.kernel.Moment;
import org.cartulary.command.kernel.Participant;
import org.cartulary.command.kernel.Participants;
import org.cartulary.command.kernel.Posting;
import org.cartulary.command.reference.References;
import org.cartulary.command.reservation.ReservationCommand.*;
import org.cartulary.command.stock.StockPart;
import org.cartulary.command.stock.StockPart.CommitHold;
import org.cartulary.command.stock.StockPart.ExpireHolds;
import org.cartulary.command.stock.StockPart.ExtendHold;
import org.cartulary.command.stock.StockPart.Hold;
import org.cartulary.command.stock.StockPart.ReleaseHold;
import org.cartulary.command.stock.StockPart.TakeForSale;
import org.cartulary.command.stock.StockRejection;
import org.cartulary.command.stock.StockState;
import org.cartulary.events.kernel.ReservationId;
import org.cartulary.events.reservation.ReservationEvent.PaymentStarted;
import org.cartulary.events.reservation.ReservationEvent.Units;
import org.cartulary.events.stock.StockId;

/** Posts a reservation together with the holds on its shelves: the promise and the units, in one append. */
public final class ReservationPosting implements CommandHandling {

    private final References references;
    private final Participants<ReservationId, ReservationState> reservations;
    private final Participants<StockId, StockState> shelves;

    public ReservationPosting(
            References references,
            Participants<ReservationId, ReservationState> reservations,
            Participants<StockId, StockState> shelves) {
        this.references = references;
        this.reservations = reservations;
        this.shelves = shelves;
    }

    /** What was set aside, where a partial reservation may have got less than it asked for. */
    public record Placed(List<Units> units) {}

    @CommandHandler
    public Placed handle(PlaceReservation c) {
        c.units().forEach(units -> references.shelf(units.stock(), units.quantity()));
        var reservation = reservations.load(c.reservation());
        var units = c.allowPartial() ? free(c) : c.units();
        var granted = new PlaceReservation(
                c.reservation(), c.owner(), c.channel(), units, c.expiresAt(), c.allowPartial(), c.occurredAt());
        var posting = new Posting();
        posting.ask(reservation, promise -> promise.decide(granted, Moment.ofDecision()));
        for (var unit : inOrder(units))
            posting.ask(
                    shelves.load(unit.stock()),
                    shelf -> shelf.decide(
                            new Hold(
                                    unit.stock(),
                                    c.reservation(),
                                    c.channel(),
                                    unit.quantity(),
                                    c.expiresAt(),
                                    c.occurredAt()),
                            Moment.ofDecision()));
        posting.record();
        return c.allowPartial() ? new Placed(units) : null;
    }

    /** As many of the units as are free, at least one of them. */
    private List<Units> free(PlaceReservation c) {
        var free = new ArrayList<Units>();
        for (var wanted : inOrder(c.units())) {
            var ask = new TakeForSale(
                    wanted.stock(), null, c.channel(), wanted.quantity(), List.of(), false, c.occurredAt());
            var there = shelves.load(wanted.stock()).invoke(shelf -> shelf.obtainable(ask, Moment.ofDecision()));
            var decimals = references.product(wanted.stock().sku()).decimals();
            var granted = wanted.quantity().min(there.free().downTo(decimals));
            if (!granted.isZero()) free.add(new Units(wanted.stock(), granted));
        }
        CommandRejected.require(!free.isEmpty(), StockRejection.NOT_ENOUGH_STOCK, "none of the units is free");
        return free;
    }

    @CommandHandler
    public void handle(ExtendReservation c) {
        post(c, stock -> new ExtendHold(stock, c.reservation(), c.expiresAt(), c.occurredAt()));
    }

    @CommandHandler
    public void handle(StartPayment c) {
        var reservation = reservations.load(c.reservation());
        var posting = new Posting();
        var started = (PaymentStarted) posting.ask(reservation, promise -> promise.decide(c, Moment.ofDecision()))
                .getFirst();
        holds(
                posting,
                reservation,
                stock -> new ExtendHold(stock, c.reservation(), started.frozenUntil(), c.occurredAt()));
        posting.record();
    }

    @CommandHandler
    public void handle(CommitReservation c) {
        post(c, stock -> new CommitHold(stock, c.reservation(), c.occurredAt()));
    }

    @CommandHandler
    public void handle(ReleaseReservation c) {
        post(c, stock -> new ReleaseHold(stock, c.reservation(), c.occurredAt()));
    }

    @CommandHandler
    public void handle(ExpireReservation c) {
        post(c, stock -> new ExpireHolds(stock, c.occurredAt()));
    }

    private void post(ReservationCommand command, Function<StockId, StockPart> part) {
        var reservation = reservations.load(command.reservation());
        var posting = new Posting();
        if (!posting.ask(reservation, promise -> promise.decide(command, Moment.ofDecision()))
                .isEmpty()) holds(posting, reservation, part);
        posting.record();
    }

    private void holds(Posting posting, Participant<ReservationState> reservation, Function<StockId, StockPart> part) {
        for (var stock : reservation.invoke(ReservationState::shelves))
            posting.ask(shelves.load(stock), shelf -> shelf.decide(part.apply(stock), Moment.ofDecision()));
    }

    private static List<Units> inOrder(List<Units> units) {
        return units.stream().sorted(Comparator.comparing(Units::stock)).toList();
    }
}
