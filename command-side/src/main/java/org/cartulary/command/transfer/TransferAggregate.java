package org.cartulary.command.transfer;

import java.util.List;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.serialization.Revision;
import org.cartulary.events.kernel.Sku;
import org.cartulary.events.kernel.TransferId;
import org.cartulary.events.transfer.TransferEvent;

/** Axon's view of a transfer. Every rule is in {@link TransferState}. */
@Revision("1")
public class TransferAggregate {

    @AggregateIdentifier
    private String stream;

    private TransferState state = TransferState.NONE;

    TransferAggregate() {}

    public TransferAggregate(TransferId transfer) {
        stream = TransferEvent.streamOf(transfer);
    }

    public List<TransferEvent> decide(TransferCommand command) {
        return state.decide(command);
    }

    /** What a known line moves. */
    public Sku sku(int number) {
        return state.sku(number);
    }

    @EventSourcingHandler
    void on(TransferEvent event) {
        stream = event.stream();
        state = state.evolve(event);
    }
}
