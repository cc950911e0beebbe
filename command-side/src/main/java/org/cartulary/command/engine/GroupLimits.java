package org.cartulary.command.engine;

import java.time.Duration;

/**
 * How much goes into one append, and how long anybody waits.
 *
 * @param postings at most so many share one append
 * @param events an append takes no further posting beyond so many events; a single posting may have more
 * @param bytes the same for the events' bytes
 * @param queue at most so many postings wait for a group
 * @param queueWithin how long a caller waits for a place in the queue before it is told that the ledger is overloaded
 * @param answerWithin how long a caller waits for its answer before it is told that the ledger is unavailable
 */
public record GroupLimits(
        int postings, int events, long bytes, int queue, Duration queueWithin, Duration answerWithin) {

    public static final GroupLimits DEFAULT =
            new GroupLimits(512, 4_096, 8 << 20, 4_096, Duration.ofMillis(50), Duration.ofSeconds(15));
}
