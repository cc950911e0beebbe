package org.cartulary.ops.bench;

import java.time.Duration;

/**
 * How much is measured.
 *
 * @param clients connections over HTTP and to the database, and callers of checkouts in process
 * @param warmUp of which nothing is counted
 * @param time for which each load is measured
 * @param steady the same for the one load that runs for as long as one likes
 */
record Extent(int clients, Duration warmUp, Duration time, Duration steady) {

    /** Callers in process that wait for one aggregate each: cheap ones, and enough to fill groups. */
    int callers() {
        return 4 * clients;
    }

    /** Connections that each send as much as a bulk request holds. */
    int bulkClients() {
        return Math.max(1, clients / 16);
    }
}
