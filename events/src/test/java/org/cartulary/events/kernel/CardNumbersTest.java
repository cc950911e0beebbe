package org.cartulary.events.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rule book, "Tenders": a payload that holds a card number is refused and not logged. */
class CardNumbersTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "4111111111111111",
                "4111 1111 1111 1111",
                "4111-1111-1111-1111",
                "paid with 5500005555555559.",
                "378282246310005", // 15 digits
                "6304000000000000000", // 19 digits
                "2 of 12 4111 1111 1111 1111 07", // other digits beside it
                "tok_4111111111111111",
                "4111.1111.1111.1111",
                "4111  1111  1111  1111",
                "4111 - 1111 - 1111 - 1111",
                "4111/1111/1111/1111",
                "4111\u00a01111\u00a01111\u00a01111", // spaces that do not break
                "\uff14\uff11\uff11\uff11\uff11\uff11\uff11\uff11\uff11\uff11\uff11\uff11\uff11\uff11\uff11\uff11", // full width
                "2221000000000009",
                "ref:4222222222222;x" // 13 digits
            })
    void aCardNumberIsFoundWhereverItStands(String text) {
        assertThat(CardNumbers.isIn(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "4111111111111112", // the check digit is wrong
                "411111111111", // 12 digits
                "41111111111111111111", // 20 digits are no card number
                "tok4111111111111111", // an identifier of which the digits are a part
                "01980000-4111-7111-8111-111111111112", // 8111-111111111112 would do, were it not in a UUID
                "5601234567892", // a GTIN that is not Luhn-valid
                "ORDER-2026-000123",
                "1772366400003", // milliseconds that satisfy the formula
                "2026030112000008", // a number that begins with a year, and satisfies it
                "2026-03-01T12:00:00Z",
                "1234567890123"
            })
    void whatOnlyLooksLikeOneIsLeftAlone(String text) {
        assertThat(CardNumbers.isIn(text)).isFalse();
    }

    @Test
    void nothingHoldsNone() {
        assertThat(CardNumbers.isIn(null)).isFalse();
    }

    @Test
    void aUuidOfDigitsAloneIsNotTakenForACard() {
        long seed = 20260304;
        var random = new Random(seed);
        for (int i = 0; i < 5_000; i++) {
            var id = random.ints(32, 0, 10)
                    .mapToObj(Integer::toString)
                    .collect(Collectors.joining())
                    .replaceFirst("(.{8})(.{4})(.{4})(.{4})(.{12})", "$1-$2-$3-$4-$5");
            assertThat(CardNumbers.isIn("cart " + id))
                    .as("seed %d, %s", seed, id)
                    .isFalse();
        }
    }

    /**
     * One in ten numbers satisfies the Luhn formula by chance, GTINs included: this one does. That is why GTINs have a
     * member of their own, which is not searched, and why a free text that repeats one may be refused.
     */
    @Test
    void aGtinInFreeTextMayBeTakenForACard() {
        var unlucky = "5601234567014";

        assertThat(Gtin.of(unlucky)).isNotNull();
        assertThat(CardNumbers.isIn("see " + unlucky)).isTrue();
    }

    @Test
    void theRefusalSaysWhatToSendAndDoesNotRepeatTheNumber() {
        assertThatThrownBy(() -> CardNumbers.refuseIn("4111111111111111", "receipt"))
                .hasMessageStartingWith("receipt holds a card number: send the payment provider's token")
                .hasMessageNotContaining("4111");
    }
}
