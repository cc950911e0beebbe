package org.cartulary.events.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.cartulary.events.json.CanonicalJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** GS1 General Specifications, section 7.9: the last digit checks the others. */
class SsccTest {

    @ParameterizedTest
    @ValueSource(strings = {"356012345678901239", "106141412345678908", "000000000000000000"})
    void eighteenDigitsWithTheRightCheckDigitAreOne(String given) {
        assertThat(Sscc.of(given)).hasToString(given);
        assertThat(new String(CanonicalJson.write(Sscc.of(given)))).isEqualTo("\"" + given + "\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "35601234567890123", "3560123456789012390", "35601234567890123X", "(00)35601234567890"})
    void whatHasNotTheLengthIsRefused(String given) {
        assertThatThrownBy(() -> Sscc.of(given)).hasMessage("an SSCC has 18 digits");
    }

    @Test
    void everySingleWrongDigitIsFound() {
        var right = "356012345678901239";
        for (int place = 0; place < 18; place++)
            for (int more = 1; more < 10; more++) {
                int wrong = (right.charAt(place) - '0' + more) % 10;
                var changed = right.substring(0, place) + wrong + right.substring(place + 1);
                assertThatThrownBy(() -> Sscc.of(changed)).as(changed).hasMessageContaining("check digit should be");
            }
    }
}
