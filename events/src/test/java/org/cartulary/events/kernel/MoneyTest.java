package org.cartulary.events.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Random;
import org.cartulary.events.json.CanonicalJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rule book, "Price, tax, promotion": minor units, the ISO 4217 exponent, and no sum of two currencies. */
class MoneyTest {

    static final CurrencyCode EUR = CurrencyCode.of("EUR");

    @ParameterizedTest
    @CsvSource({"JPY,0", "EUR,2", "KWD,3"})
    void theCurrencyFixesItsDecimalPlaces(String code, int exponent) {
        assertThat(CurrencyCode.of(code).exponent()).isEqualTo(exponent);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "eur", "EURO", "XXX", "XAU", "ZZZ"})
    void whatIsNoMoneyIsNoCurrency(String code) {
        assertThatThrownBy(() -> CurrencyCode.of(code)).hasMessageContaining("ISO 4217");
    }

    @Test
    void twoCurrenciesAreNeverSummed() {
        var euro = new Money(100, EUR);

        assertThat(euro.plus(new Money(-250, EUR))).isEqualTo(new Money(-150, EUR));
        assertThatThrownBy(() -> euro.plus(new Money(100, CurrencyCode.of("JPY"))))
                .hasMessage("no sum of EUR and JPY");
    }

    @Test
    void anAmountBeyondReasonIsRefusedRatherThanOverflowing() {
        var most = new Money(Money.MAX_MINOR, EUR);

        assertThatThrownBy(() -> most.plus(new Money(1, EUR))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Money.requireInRange(Long.MIN_VALUE)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Money.requireNotNegative(-1, "changeMinor")).hasMessage("changeMinor is not negative");
    }

    @Test
    void aMillionOfTheLargestAmountsCanBeSummed() {
        assertThat(Math.multiplyExact(Money.MAX_MINOR, 9_000L)).isPositive();
    }

    @ParameterizedTest
    @CsvSource({
        "0.001,5,GBP,1", // half a penny, up
        "0.001,4,GBP,0",
        "2.55,3,EUR,765",
        "1.005,1,EUR,101",
        "99.5,1,JPY,100",
        "0.0005,1,KWD,1",
        "12.345,0.333,EUR,411"
    })
    void aPriceIsRoundedOnceAndHalfUp(String price, String quantity, String currency, long amountMinor) {
        assertThat(UnitPrice.of(price).amountMinor(Quantity.parse(quantity), CurrencyCode.of(currency)))
                .isEqualTo(amountMinor);
    }

    @ParameterizedTest
    @CsvSource({"2.50,2.5", "0.00,0", "10,10", "0.000001,0.000001", "100,100", "1.500000000,1.5"})
    void thePricesTextIsAsShortAsPossible(String given, String written) {
        assertThat(UnitPrice.of(given)).hasToString(written).isEqualTo(UnitPrice.of(written));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-1", "1.0000001", "1e3", "12345678901", "1,5", "+1", "."})
    void whatIsNoPriceIsRefused(String given) {
        assertThatThrownBy(() -> UnitPrice.of(given)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anyAmountIsWithinHalfAMinorUnitOfTheExactOne() {
        long seed = 20260302;
        var random = new Random(seed);
        for (int i = 0; i < 5_000; i++) {
            var price = new UnitPrice(BigDecimal.valueOf(random.nextLong(10_000_000), random.nextInt(7)));
            var quantity = new Quantity(random.nextLong(1_000_000));
            var exact = price.value().multiply(quantity.toDecimal()).movePointRight(2);

            assertThat(BigDecimal.valueOf(price.amountMinor(quantity, EUR)))
                    .as("seed %d, round %d", seed, i)
                    .isEqualByComparingTo(exact.setScale(0, RoundingMode.HALF_UP));
            assertThat(UnitPrice.of(price.toString())).isEqualTo(price);
        }
    }

    @Test
    void inJsonAnAmountIsAnIntegerAndAPriceATextWithoutExponent() {
        assertThat(new String(CanonicalJson.write(new Money(-5, EUR))))
                .isEqualTo("{\"amountMinor\":-5,\"currency\":\"EUR\"}");
        assertThat(new String(CanonicalJson.write(UnitPrice.of("100")))).isEqualTo("\"100\"");
        assertThat(CanonicalJson.MAPPER.readValue("\"0.10\"", UnitPrice.class)).isEqualTo(UnitPrice.of("0.1"));
    }
}
