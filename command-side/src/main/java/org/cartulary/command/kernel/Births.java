package org.cartulary.command.kernel;

import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.cartulary.events.LedgerEvent;

/**
 * The first event of a stream that must not exist yet. The append itself finds out: it refuses a second event at sequence
 * 0, so that no read stands before a new sale. Only when an append was refused, or the command is, for whatever reason, is
 * the stream looked up: that something exists already is the reason that the caller needs to hear.
 */
public final class Births {

    private final EventStore store;

    public Births(EventStore store) {
        this.store = store;
    }

    /** @throws CommandRejected if the stream is known to exist */
    public void require(String stream, Rejection ifItExists) {
        require(stream, ifItExists, stream);
    }

    /**
     * @param what exists, in words that anybody may read
     * @throws CommandRejected if the stream is known to exist
     */
    public void require(String stream, Rejection ifItExists, String what) {
        boolean looks = mustLook();
        boolean exists = looks ? Recording.has(store, stream) : Recording.isRecording(stream);
        CommandRejected.require(!exists, ifItExists, what + " exists already");
        if (!looks) Premises.current().unborn(stream, ifItExists, what);
    }

    /** After a conflict; and a dry run appends nothing. */
    private static boolean mustLook() {
        var work = CurrentUnitOfWork.get();
        return Attempt.of(work) > 1 || UnitsOfWork.isDryRun(work);
    }

    public void record(LedgerEvent event) {
        Recording.note(event);
        Recording.first(store, event);
    }
}
