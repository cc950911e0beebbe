package org.cartulary.ops.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.cartulary.events.kernel.Quantity;
import org.junit.jupiter.api.Test;

class ListPriceTest {

    @Test
    void thePriceOfOneMayBeFinerThanACent() {
        assertThat(ListPrice.of(1_000, Quantity.of(3)).unit()).hasToString("3.333333");
        assertThat(ListPrice.of(500, Quantity.of(2)).unit()).hasToString("2.5");
        assertThat(ListPrice.of(3_326, new Quantity(13_307)).unit()).hasToString("2.499436");
    }

    @Test
    void whereNoPriceIsFineEnoughItIsOneForAll() {
        var price = ListPrice.of(333, Quantity.of(900_000_001));

        assertThat(price.quantity()).isEqualTo(Quantity.of(1));
        assertThat(price.unit()).hasToString("3.33");
        assertThat(ListPrice.of(99_999_999_999L, new Quantity(1)).quantity()).isEqualTo(Quantity.of(1));
    }

    @Test
    void whateverTheAmountItIsExact() {
        long seed = new Random().nextLong();
        var random = new Random(seed);
        for (int i = 0; i < 10_000; i++) {
            long amount = random.nextLong(1_000_000);
            var price = ListPrice.of(amount, new Quantity(1 + random.nextInt(1_000_000)));
            assertThat(price.unit().amountMinor(price.quantity(), Grocer.CURRENCY))
                    .as("seed " + seed)
                    .isEqualTo(amount);
        }
    }
}
