package org.cartulary.ops.bench.loop;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

class OpenLoopTest {

    private static final Duration STALL = Duration.ofMillis(300);

    /** One call in a hundred stalls; a loop that only timed the calls it sent would see one that is slow. */
    @Test
    void callsThatWaitForAStalledOneAreLateToo() {
        var stalled = new AtomicBoolean();

        var measured = OpenLoop.run(100, 1, Duration.ZERO, Duration.ofSeconds(1), () -> () -> {
            if (stalled.compareAndSet(false, true)) stall();
        });

        assertThat(measured.calls()).isEqualTo(100);
        assertThat(measured.latencyMicros().getCountBetweenValues(STALL.toNanos() / 2_000, Long.MAX_VALUE))
                .isGreaterThanOrEqualTo(10);
    }

    private static void stall() {
        long end = System.nanoTime() + STALL.toNanos();
        for (long left = STALL.toNanos(); left > 0; left = end - System.nanoTime()) LockSupport.parkNanos(left);
    }
}
