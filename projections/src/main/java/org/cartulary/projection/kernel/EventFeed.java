package org.cartulary.projection.kernel;

import java.time.Duration;
import java.util.List;

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
}
