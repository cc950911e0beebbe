package org.cartulary.ops.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ProgressLineTest {

    @Test
    void itTellsTheRateAndTheTimeLeft() {
        assertThat(ProgressLine.text(100_000, 541_909, Duration.ofSeconds(20)))
                .isEqualTo("100,000 of 541,909 rows (18 %), 5,000 rows/s, 1 min 28 s left");
    }

    @Test
    void beforeTheFirstRowsThereIsNoRateToDivideBy() {
        assertThat(ProgressLine.text(0, 541_909, Duration.ZERO)).isEqualTo("0 of 541,909 rows (0 %), 0 rows/s");
    }
}
