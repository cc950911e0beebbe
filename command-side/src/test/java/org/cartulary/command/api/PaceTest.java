package org.cartulary.command.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PaceTest {

    private static final Duration WANTED = Duration.ofMillis(20);
    private static final long SHORT = Duration.ofMillis(5).toNanos();
    private static final long LONG = Duration.ofMillis(80).toNanos();

    private final Pace pace = new Pace(16, 128, WANTED);

    @Test
    void thereAreMoreWhileOthersWaitAndTheTimeIsShorterThanIsWanted() {
        assertThat(pace.places()).isEqualTo(16);
        await().until(() -> after(SHORT) == 128);
    }

    @Test
    void thereAreFewerWhereItTakesLongerAndNeverTooFew() {
        await().until(() -> after(SHORT) == 128);
        await().until(() -> after(LONG) == 16);
        for (int i = 0; i < 1_000; i++) pace.note(LONG, true);
        assertThat(pace.places()).isEqualTo(16);
    }

    @Test
    void whereNobodyWaitsThereAreEnough() {
        await().until(this::looked);
        assertThat(pace.places()).isEqualTo(16);
    }

    /** Places after a round of commands that took so long, while others waited. */
    private int after(long nanos) {
        for (int i = 0; i < 16; i++) pace.note(nanos, true);
        return pace.places();
    }

    private boolean looked() {
        for (int i = 0; i < 16; i++) if (pace.note(SHORT, false)) return true;
        return false;
    }
}
