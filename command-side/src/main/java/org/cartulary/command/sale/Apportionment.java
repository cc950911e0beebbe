package org.cartulary.command.sale;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Splits an amount so that the parts sum to it exactly: by largest remainder, the earlier part first where two are equal. */
final class Apportionment {

    private Apportionment() {}

    /**
     * @param totalMinor what is split
     * @param weights in proportion to which; none negative
     * @return one part per weight; nothing where all weights are zero
     */
    static List<Long> byLargestRemainder(long totalMinor, List<Long> weights) {
        var sum = weights.stream().map(BigInteger::valueOf).reduce(BigInteger.ZERO, BigInteger::add);
        if (sum.signum() == 0) return weights.stream().map(none -> 0L).toList();
        var parts = new ArrayList<Long>();
        var remainders = new ArrayList<BigInteger>();
        for (var weight : weights) {
            var exact = BigInteger.valueOf(totalMinor)
                    .multiply(BigInteger.valueOf(weight))
                    .divideAndRemainder(sum);
            parts.add(exact[0].longValueExact());
            remainders.add(exact[1]);
        }
        long left = totalMinor - parts.stream().mapToLong(Long::longValue).sum();
        IntStream.range(0, parts.size())
                .boxed()
                .sorted(Comparator.<Integer, BigInteger>comparing(remainders::get)
                        .reversed())
                .limit(left)
                .forEach(i -> parts.set(i, parts.get(i) + 1));
        return parts;
    }
}
