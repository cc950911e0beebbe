package org.cartulary.command.kernel;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.axonframework.eventhandling.EventBus;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.cartulary.events.LedgerEvent;

/** What the current unit of work has recorded so far, in the order in which it will be stored. */
public final class Recording {

    private static final String EVENTS = Recording.class.getName();
    private static final String STREAMS = EVENTS + ".streams";

    private Recording() {}

    /** Events of this unit of work that are not yet stored. */
    public static List<LedgerEvent> events() {
        return CurrentUnitOfWork.get().root().getOrComputeResource(EVENTS, none -> new ArrayList<>());
    }

    static void note(LedgerEvent event) {
        events().add(event);
        streams().add(event.stream());
    }

    /** The same by stream, because a batch asks for each of its thousands. */
    private static Set<String> streams() {
        return CurrentUnitOfWork.get().root().getOrComputeResource(STREAMS, none -> new HashSet<>());
    }

    /** Stores an event as the first of its stream. */
    static void first(EventBus bus, LedgerEvent event) {
        bus.publish(new GenericDomainEventMessage<>(event.getClass().getSimpleName(), event.stream(), 0, event));
    }

    /** Whether this unit of work will store anything in the stream. */
    static boolean isRecording(String stream) {
        return streams().contains(stream);
    }

    /** Whether this unit of work stores or will store anything in the stream, or the store already has. */
    static boolean has(EventStore store, String stream) {
        return isRecording(stream) || store.lastSequenceNumberFor(stream).isPresent();
    }
}
