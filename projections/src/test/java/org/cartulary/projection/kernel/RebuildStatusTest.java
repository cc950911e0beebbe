package org.cartulary.projection.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.cartulary.projection.kernel.ProjectionStatus.RebuildStatus;
import org.junit.jupiter.api.Test;

class RebuildStatusTest {

    @Test
    void theTimeLeftIsWhatIsMissingAtTheRateOfNow() {
        assertThat(RebuildStatus.at(10_000, 100_000, 30_000).secondsLeft()).isEqualTo(3);
    }

    @Test
    void aPartOfASecondIsASecond() {
        assertThat(RebuildStatus.at(99_999, 100_000, 30_000).secondsLeft()).isEqualTo(1);
    }

    @Test
    void nothingIsLeftAtTheEndWhateverTheRate() {
        assertThat(RebuildStatus.at(100_000, 100_000, 0).secondsLeft()).isZero();
        assertThat(RebuildStatus.at(100_001, 100_000, 5).secondsLeft()).isZero();
    }

    @Test
    void withoutARateNobodyKnows() {
        assertThat(RebuildStatus.at(0, 100_000, 0).secondsLeft()).isNull();
    }
}
