package org.cartulary.ops.bench.loop;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.cartulary.ops.bench.loop.CrowdLoop.Guest;
import org.junit.jupiter.api.Test;

class CrowdLoopTest {

    @Test
    void whoIsServedAndWhoIsSentAwayAreMeasuredApart() {
        var calls = new AtomicInteger();
        Guest everyThird = () -> calls.incrementAndGet() % 3 == 0;

        var both = CrowdLoop.run(3, Duration.ofMillis(1), Duration.ZERO, Duration.ofMillis(300), () -> everyThird);

        assertThat(both.served().calls()).isPositive();
        assertThat(both.sentAway().calls()).isGreaterThan(both.served().calls());
        assertThat(both.served().latencyMicros().getTotalCount())
                .isEqualTo(both.served().calls());
    }
}
