package org.cartulary.command.kernel;

import java.time.Instant;
import java.util.List;

/**
 * Several commands in one append, all or none.
 */
record AtomicBatch(List<Request> requests) implements Command {

    @Override
    public Instant occurredAt() {
        return requests.getLast().command().occurredAt();
    }
}
