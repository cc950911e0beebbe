package org.cartulary.ops.bench.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ClosedLoopTest {

    /** So that a load is measured at all whose calls take longer than the clock runs. */
    @Test
    void oneCallIsCountedHoweverShortTheTime() {
        var measured = ClosedLoop.run(1, Duration.ZERO, Duration.ofNanos(1), () -> () -> {});

        assertThat(measured.calls()).isEqualTo(1);
        assertThat(measured.latencyMicros().getTotalCount()).isEqualTo(1);
    }

    @Test
    void aFailureEndsTheLoadAndEveryCallerIsClosed() {
        var open = new AtomicInteger();

        assertThatThrownBy(() -> ClosedLoop.run(3, Duration.ZERO, Duration.ofMinutes(1), () -> failing(open)))
                .hasMessage("no answer");
        assertThat(open).hasValue(0);
    }

    private static Caller failing(AtomicInteger open) {
        open.incrementAndGet();
        return new Caller() {
            @Override
            public void call() {
                throw new IllegalStateException("no answer");
            }

            @Override
            public void close() {
                open.decrementAndGet();
            }
        };
    }
}
