package org.cartulary.query.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AmountsTest {

    @Test
    void eachCurrencyHasItsOwnDecimalPlaces() {
        assertThat(Amounts.withCurrency(123_456, "EUR")).isEqualTo("1,234.56 EUR");
        assertThat(Amounts.withCurrency(123_456, "JPY")).isEqualTo("123,456 JPY");
        assertThat(Amounts.withCurrency(-5, "KWD")).isEqualTo("-0.005 KWD");
    }

    @Test
    void theLargestAmountKeepsItsLastPenny() {
        assertThat(Amounts.plain(999_999_999_999_999_999L, "EUR")).isEqualTo("9,999,999,999,999,999.99");
    }
}
