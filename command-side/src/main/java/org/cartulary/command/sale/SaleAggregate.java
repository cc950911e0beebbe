package org.cartulary.command.sale;

import java.util.List;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.serialization.Revision;
import org.cartulary.events.kernel.Quantity;
import org.cartulary.events.kernel.SaleId;
import org.cartulary.events.sale.SaleEvent;
import org.cartulary.events.sale.SaleEvent.SaleRecorded;

/** Axon's view of a sale. Every rule is in {@link SaleState}. */
@Revision("2")
public class SaleAggregate {

    @AggregateIdentifier
    private String stream;

    private SaleState state = SaleState.NONE;

    SaleAggregate() {}

    public SaleAggregate(SaleId sale) {
        stream = SaleEvent.streamOf(sale);
    }

    public List<SaleEvent> decide(TakeBackUnits part) {
        return state.decide(part);
    }

    /** The sale as it was recorded; absent where there is none. */
    public SaleRecorded sale() {
        return state.sale();
    }

    /** How much of one of its lines has come back. */
    public Quantity returned(int line) {
        return state.returnedOf(line);
    }

    /** What has gone back to one of its tenders, in minor units. */
    public long refunded(int tender) {
        return state.refundedOf(tender);
    }

    /** What was to be paid out in cash though it came otherwise, before it was rounded to coins; in minor units. */
    public long cashMinor() {
        return state.cashMinor();
    }

    @EventSourcingHandler
    void on(SaleEvent event) {
        stream = event.stream();
        state = state.evolve(event);
    }
}
