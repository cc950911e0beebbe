package org.cartulary.command.kernel;

import java.time.Instant;
import java.util.List;

/**
 * Several commands in one append, all or none.
 *
 * @param refused set where nothing is decided any more, and only the refusal of every member is recorded
 */
record AtomicBatch(List<Request> requests, BatchRefused refused) implements Command {

    @Override
    public Instant occurredAt() {
        return requests.getLast().command().occurredAt();
    }
}
