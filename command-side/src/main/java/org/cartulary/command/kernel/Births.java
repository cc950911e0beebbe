package org.cartulary.command.kernel;

import org.cartulary.events.LedgerEvent;

/**
 * The first event of a stream that must not exist yet. The append itself finds out: it refuses a second event at sequence
 * 0, so that no read stands before a new sale. Only when an append was refused is the stream looked up: that something
 * exists already is the reason that the caller needs to hear.
 */
public final class Births {

    private final States states;

    public Births(States states) {
        this.states = states;
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
        var work = Work.current();
        boolean exists = work.hasBegun(stream) || work.looks() && states.lastStored(stream) >= 0;
        CommandRejected.require(!exists, ifItExists, what + " exists already");
        work.requireUnbegun(stream);
    }

    public void record(LedgerEvent event) {
        Work.current().begin(event);
    }
}
