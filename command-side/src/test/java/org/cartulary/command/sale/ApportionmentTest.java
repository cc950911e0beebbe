package org.cartulary.command.sale;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Rule book, "Price, tax, promotion": apportioned by largest remainder, the earlier line first where two are equal. */
class ApportionmentTest {

    @Test
    void aPennyThatDoesNotDivideGoesToTheEarlierLine() {
        assertThat(Apportionment.byLargestRemainder(100, List.of(1L, 1L, 1L))).containsExactly(34L, 33L, 33L);
        assertThat(Apportionment.byLargestRemainder(1, List.of(5L, 5L))).containsExactly(1L, 0L);
    }

    @Test
    void theLargestRemainderComesBeforeTheEarlierLine() {
        assertThat(Apportionment.byLargestRemainder(10, List.of(999L, 1L, 1_000L)))
                .containsExactly(5L, 0L, 5L);
        assertThat(Apportionment.byLargestRemainder(5, List.of(10L, 13L, 7L))).containsExactly(2L, 2L, 1L);
    }

    @Test
    void whatIsFreeGetsNothing() {
        assertThat(Apportionment.byLargestRemainder(7, List.of(0L, 3L))).containsExactly(0L, 7L);
        assertThat(Apportionment.byLargestRemainder(0, List.of(1L, 2L))).containsExactly(0L, 0L);
        assertThat(Apportionment.byLargestRemainder(9, List.of(0L, 0L))).containsExactly(0L, 0L);
    }

    @Test
    void largeAmountsDoNotOverflow() {
        long most = 1_000_000_000_000_000L;
        assertThat(Apportionment.byLargestRemainder(most, List.of(most, most))).containsExactly(most / 2, most / 2);
    }

    @Test
    void thePartsAlwaysSumToTheWholeAndStayWithinAUnitOfTheirShare() {
        var random = new Random(17);
        for (int i = 0; i < 2_000; i++) {
            long total = random.nextLong(10_000);
            var weights = LongStream.generate(() -> random.nextLong(500))
                    .limit(1 + random.nextInt(12))
                    .boxed()
                    .toList();
            long sum = weights.stream().mapToLong(Long::longValue).sum();
            if (sum == 0) continue;
            var parts = Apportionment.byLargestRemainder(total, weights);
            assertThat(parts.stream().mapToLong(Long::longValue).sum()).isEqualTo(total);
            for (int line = 0; line < parts.size(); line++)
                assertThat(parts.get(line) - total * weights.get(line) / sum).isBetween(0L, 1L);
        }
    }
}
