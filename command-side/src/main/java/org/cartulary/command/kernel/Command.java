package org.cartulary.command.kernel;

import java.time.Instant;

/** What a channel asks of the ledger. Ids and times come with it: nothing that decides makes an id or reads a clock. */
public interface Command {

    /** When it happened at the counter, by the channel's clock. */
    Instant occurredAt();
}
