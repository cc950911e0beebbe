package org.cartulary.command.kernel;

import java.util.List;
import org.cartulary.events.LedgerEvent;

/** Says whether the sender of a command may do it. It is asked only for senders whose grants decide. */
public interface Guard {

    /**
     * Before the command is decided, by what it says itself.
     *
     * @throws CommandRejected where the sender may not; the refusal is recorded as any other
     */
    void requireAllowed(Request request);

    /**
     * When the command is decided, by what would be recorded.
     *
     * @throws CommandRejected as above
     */
    void requireWithin(Request request, List<LedgerEvent> events);
}
