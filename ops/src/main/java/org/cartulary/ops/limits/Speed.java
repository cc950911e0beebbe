package org.cartulary.ops.limits;

import java.util.concurrent.TimeUnit;

/**
 * How fast a client sends its request, or takes the answer. Only the time counts that the service spends waiting for the client:
 * what the ledger needs meanwhile is not the client's fault.
 */
final class Speed {

    private final ClientProperties limits;
    private long waited;
    private long bytes;

    Speed(ClientProperties limits) {
        this.limits = limits;
    }

    /** Whether the client has become too slow, now that it took so long for so many bytes more. */
    boolean isTooSlow(long nanos, long more) {
        waited += nanos;
        bytes += Math.max(0, more);
        long beyond = waited - limits.grace().toNanos();
        return beyond > 0 && bytes < limits.slowest() * (double) beyond / TimeUnit.SECONDS.toNanos(1);
    }

    /** Another request begins. */
    void reset() {
        waited = 0;
        bytes = 0;
    }
}
