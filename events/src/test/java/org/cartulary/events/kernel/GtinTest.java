package org.cartulary.events.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** GS1 General Specifications, section 7.9: the last digit checks the others. */
class GtinTest {

    @ParameterizedTest
    @CsvSource({
        "96385074,00000096385074", // GTIN-8
        "614141007349,00614141007349", // GTIN-12
        "5601234567892,05601234567892", // GTIN-13
        "10614141000415,10614141000415" // GTIN-14
    })
    void everyLengthIsKeptInFourteenDigits(String given, String kept) {
        assertThat(Gtin.of(given)).hasToString(kept);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "9638507", "963850740", "5601234567890123", "560123456789X", " 5601234567892", "٩٦٣٨٥٠٧٤"})
    void whatHasNotTheLengthIsRefused(String given) {
        assertThatThrownBy(() -> Gtin.of(given)).hasMessage("a GTIN has 8, 12, 13 or 14 digits");
    }

    @Test
    void theRefusalNamesTheDigitThatItShouldHave() {
        assertThatThrownBy(() -> Gtin.of("5601234567890")).hasMessage("the GTIN's check digit should be 2");
    }

    @Test
    void everySingleWrongDigitIsFound() {
        long seed = 20260303;
        var random = new Random(seed);
        for (int i = 0; i < 500; i++) {
            var right = correct(random.nextLong(1_000_000_000_000L));
            int place = random.nextInt(14);
            int wrong = (right.charAt(place) - '0' + 1 + random.nextInt(9)) % 10;

            assertThatThrownBy(() -> Gtin.of(right.substring(0, place) + wrong + right.substring(place + 1)))
                    .as("seed %d, round %d", seed, i)
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    /** The one of ten endings that is accepted. */
    private static String correct(long number) {
        var thirteen = "%013d".formatted(number);
        for (int digit = 0; digit < 10; digit++)
            try {
                return Gtin.of(thirteen + digit).value();
            } catch (IllegalArgumentException wrong) {
                continue;
            }
        throw new AssertionError("no digit checks " + thirteen);
    }
}
