package org.cartulary.events.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Random;
import org.cartulary.events.json.CanonicalJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Design 11: a quantity is exact to three decimals, and no stored quantity is below zero. */
class QuantityTest {

    @ParameterizedTest
    @CsvSource({
        "12,12",
        "1.5,1.5",
        "0.001,0.001",
        "007,7",
        "2.500,2.5",
        "0,0",
        "1000000000,1000000000",
        "1.123000,1.123"
    })
    void theTextIsAsShortAsPossible(String given, String written) {
        assertThat(Quantity.parse(given)).hasToString(written);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "-1", "1.0001", "1e3", " 1", "1 ", "+1", "1.", ".5", "1,5", "NaN", "1000000000.001", "٣"})
    void whatIsNoQuantityIsRefused(String given) {
        assertThatThrownBy(() -> Quantity.parse(given)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void moreIsNeverTakenThanThereIs() {
        var two = Quantity.of(2);
        var three = Quantity.of(3);

        assertThatThrownBy(() -> two.minus(three)).hasMessage("a quantity is never negative");
        assertThat(two.lessUpTo(three)).isEqualTo(Quantity.ZERO);
        assertThat(three.lessUpTo(two)).isEqualTo(Quantity.of(1));
        assertThat(two.min(three)).isEqualTo(two);
    }

    @Test
    void aProductCountedInPiecesIsNotSoldByHalves() {
        assertThat(Quantity.parse("1.5").fits(0)).isFalse();
        assertThat(Quantity.parse("1.5").fits(1)).isTrue();
        assertThat(Quantity.parse("1.999").downTo(0)).isEqualTo(Quantity.of(1));
        assertThat(Quantity.parse("1.999").downTo(2)).isEqualTo(Quantity.parse("1.99"));
    }

    @Test
    void anySumAndDifferenceIsThatOfDecimals() {
        long seed = 20260301;
        var random = new Random(seed);
        for (int i = 0; i < 5_000; i++) {
            var one = new Quantity(random.nextLong(Quantity.MAX / 2));
            var other = new Quantity(random.nextLong(Quantity.MAX / 2));

            assertThat(one.plus(other).toDecimal())
                    .as("seed %d, round %d", seed, i)
                    .isEqualByComparingTo(one.toDecimal().add(other.toDecimal()));
            assertThat(Quantity.parse(one.toString())).isEqualTo(one);
            assertThat(QuantityChange.from(one, other).applyTo(one)).isEqualTo(other);
            assertThat(QuantityChange.parse(QuantityChange.from(one, other).toString()))
                    .isEqualTo(QuantityChange.from(one, other));
        }
    }

    @Test
    void aChangeGoesUpOrDownButNotBelowNothing() {
        var down = QuantityChange.parse("-2.5");

        assertThat(down.isDown()).isTrue();
        assertThat(down.size()).isEqualTo(Quantity.parse("2.5"));
        assertThat(down.applyTo(Quantity.of(3))).isEqualTo(Quantity.parse("0.5"));
        assertThatThrownBy(() -> down.applyTo(Quantity.of(2))).hasMessage("a quantity is never negative");
        assertThat(QuantityChange.parse("-0").isZero()).isTrue();
        assertThat(QuantityChange.parse("-0")).hasToString("0");
    }

    @ParameterizedTest
    @ValueSource(longs = {Quantity.MAX + 1, -Quantity.MAX - 1, Long.MIN_VALUE, Long.MAX_VALUE})
    void aChangeBeyondReasonIsRefused(long thousandths) {
        assertThatThrownBy(() -> new QuantityChange(thousandths)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void inJsonItIsATextAndNeverANumber() {
        assertThat(new String(CanonicalJson.write(Quantity.parse("1.5")))).isEqualTo("\"1.5\"");
        assertThat(CanonicalJson.MAPPER.readValue("\"1.5\"", Quantity.class)).isEqualTo(Quantity.parse("1.5"));
        assertThat(Quantity.parse("1.5").toDecimal()).isEqualTo(new BigDecimal("1.500"));
    }
}
