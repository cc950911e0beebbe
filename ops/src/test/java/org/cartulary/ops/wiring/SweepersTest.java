package org.cartulary.ops.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** What is due is found in read tables: a node that makes none does not look into them. */
class SweepersTest {

    private final ApplicationContextRunner context = new ApplicationContextRunner()
            .withUserConfiguration(LoyaltySweeper.class, ReservationSweeper.class, StoredValueSweeper.class);

    @Test
    void aNodeThatOnlyDecidesDoesNotSweep() {
        context.withPropertyValues("cartulary.roles=command")
                .run(node -> assertThat(node)
                        .hasNotFailed()
                        .doesNotHaveBean(LoyaltySweeper.class)
                        .doesNotHaveBean(ReservationSweeper.class)
                        .doesNotHaveBean(StoredValueSweeper.class));
    }

    /** They are there, and miss what the rest of the service would give them. */
    @Test
    void aNodeThatProjectsSweeps() {
        context.withPropertyValues("cartulary.roles=command,projection")
                .run(node -> assertThat(node).getFailure().hasMessageContaining("Sweeper"));
    }
}
