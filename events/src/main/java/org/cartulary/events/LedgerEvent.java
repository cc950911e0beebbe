package org.cartulary.events;

import java.time.Instant;

/**
 * A fact. The families are sealed, each in its package; this common parent is not, because Java seals across packages only
 * in named modules. The event catalogue lists every kind, and a test checks that it is complete.
 */
public interface LedgerEvent {

    /** When it happened, as the channel says; the ledger's own time of recording stands in the stored envelope. */
    Instant occurredAt();

    /** The name of the stream to which the fact belongs. */
    String stream();
}
