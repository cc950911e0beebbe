package org.cartulary.command.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** Codes of gift cards are money: whoever guesses waits, under whatever name. */
class GuessesTest {

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-03-02T12:00:00Z"));
    private final Guesses guesses = new Guesses(((InstantSource) now::get).withZone(ZoneOffset.UTC));

    @Test
    void aClientThatHasGuessedTooOftenWaitsAndMayGuessAgainLater() {
        for (int i = 0; i < Guesses.PER_CLIENT; i++)
            assertThat(guesses.take("thief")).isZero();
        assertThat(guesses.take("thief")).isBetween(1L, 30L);
        assertThat(guesses.take("till")).isZero();
        now.updateAndGet(before -> before.plus(Duration.ofSeconds(31)));
        assertThat(guesses.take("thief")).isZero();
        assertThat(guesses.take("thief")).isPositive();
    }

    @Test
    void manyNamesGuessNoMoreThanAllTogetherMay() {
        for (int i = 0; i < Guesses.IN_TOTAL; i++)
            assertThat(guesses.take("name " + i)).isZero();
        assertThat(guesses.take("one more")).isPositive();
    }

    @Test
    void rightCodesCostNothing() {
        for (int i = 0; i < 3 * Guesses.IN_TOTAL; i++) {
            assertThat(guesses.take("till")).isZero();
            guesses.giveBack("till");
        }
    }
}
