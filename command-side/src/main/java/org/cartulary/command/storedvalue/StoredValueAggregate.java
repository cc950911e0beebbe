package org.cartulary.command.storedvalue;

import java.util.List;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.serialization.Revision;
import org.cartulary.command.kernel.Moment;
import org.cartulary.command.storedvalue.StoredValuePart.Place;
import org.cartulary.events.kernel.StoredValueId;
import org.cartulary.events.storedvalue.StoredValueEvent;

/** Axon's view of a gift card or a stored credit. Every rule is in {@link StoredValueState}. */
@Revision("1")
public class StoredValueAggregate {

    @AggregateIdentifier
    private String stream;

    private StoredValueState state = StoredValueState.NONE;

    StoredValueAggregate() {}

    public StoredValueAggregate(StoredValueId account) {
        stream = StoredValueEvent.streamOf(account);
    }

    /** @param place of the location that the command names; null where it names none */
    public List<StoredValueEvent> decide(StoredValueCommand command, Place place) {
        return state.decide(command, place, Moment.ofDecision());
    }

    public List<StoredValueEvent> decide(StoredValuePart part) {
        return state.decide(part, Moment.ofDecision());
    }

    /** Whether money can go back to it: it was opened and is not blocked. */
    public boolean takesRefunds() {
        return state.isOpen() && !state.blocked();
    }

    @EventSourcingHandler
    void on(StoredValueEvent event) {
        stream = event.stream();
        state = state.evolve(event);
    }
}
