package org.cartulary.command.kernel;

import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.cartulary.events.LedgerEvent;

/**
 * The first event of a stream that must not exist yet. The append itself finds out: it refuses a second event at sequence
 * 0, so that no read stands before a new sale. Only when an append was refused, and the command is decided again, is the
 * stream looked up, to give the caller the right reason.
 */
public final class Births {

    private final EventStore store;

    public Births(EventStore store) {
        this.store = store;
    }

    /** @throws CommandRejected if the stream is known to exist */
    public void require(String stream, Rejection ifItExists) {
        boolean again =
                Attempt.of(CurrentUnitOfWork.get()) > 1 || !Recording.events().isEmpty();
        if (again) CommandRejected.require(!Recording.has(store, stream), ifItExists, stream + " exists already");
    }

    public void record(LedgerEvent event) {
        Recording.note(event);
        Recording.first(store, event);
    }
}
