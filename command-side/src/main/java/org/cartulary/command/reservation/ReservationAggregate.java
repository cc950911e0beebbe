package org.cartulary.command.reservation;

import java.util.List;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.serialization.Revision;
import org.cartulary.command.kernel.Moment;
import org.cartulary.events.kernel.ReservationId;
import org.cartulary.events.reservation.ReservationEvent;
import org.cartulary.events.stock.StockId;

/** Axon's view of a reservation. Every rule is in {@link ReservationState}. */
@Revision("1")
public class ReservationAggregate {

    @AggregateIdentifier
    private String stream;

    private ReservationState state = ReservationState.NONE;

    ReservationAggregate() {}

    public ReservationAggregate(ReservationId reservation) {
        stream = ReservationEvent.streamOf(reservation);
    }

    public List<ReservationEvent> decide(ReservationCommand command) {
        return state.decide(command, Moment.ofDecision());
    }

    public List<ReservationEvent> decide(ReservationState.Use use) {
        return state.decide(use, Moment.ofDecision());
    }

    /** The shelves on which something is left. */
    public List<StockId> shelves() {
        return state.shelves();
    }

    @EventSourcingHandler
    void on(ReservationEvent event) {
        stream = event.stream();
        state = state.evolve(event);
    }
}
