package org.cartulary.projection.kernel;

import java.time.Duration;
import java.util.List;
import org.cartulary.events.json.StoredEvent;

/** The ledger's events in position order, for whoever follows them. Safe for any number of threads. */
public interface EventFeed {

    /**
     * The events after a position, without a gap.
     *
     * @param max how many at most
     * @param wait how long to wait for the first one; nothing is returned where none came
     */
    List<Recorded> after(long position, int max, Duration wait);

    /** The position of the last event; 0 where there is none. */
    long head();

    /** Says that the ledger has grown, so that nobody waits longer than needed. Cheap: meant for every commit. */
    void nudge();

    /**
     * Hands over events that this process has just made durable, so that whoever follows need not read and parse them.
     * Cheap: meant for every commit. What was never offered, or has been pushed out, is read from the table.
     *
     * @param firstPosition of the first one; the others directly follow it
     */
    default void offer(long firstPosition, List<StoredEvent> events) {
        nudge();
    }
}
