package org.cartulary.command.lot;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Splits a whole number so that the parts sum to it exactly: by largest remainder, the earlier part first where two are equal. */
public final class LargestRemainder {

    private LargestRemainder() {}

    /**
     * @param weights in proportion to which; none negative
     * @return one part per weight; nothing where all weights are zero
     */
    public static List<BigInteger> parts(BigInteger total, List<BigInteger> weights) {
        var sum = weights.stream().reduce(BigInteger.ZERO, BigInteger::add);
        if (sum.signum() == 0)
            return weights.stream().map(none -> BigInteger.ZERO).toList();
        var parts = new ArrayList<BigInteger>();
        var remainders = new ArrayList<BigInteger>();
        for (var weight : weights) {
            var exact = total.multiply(weight).divideAndRemainder(sum);
            parts.add(exact[0]);
            remainders.add(exact[1]);
        }
        long left = total.subtract(parts.stream().reduce(BigInteger.ZERO, BigInteger::add))
                .longValueExact();
        IntStream.range(0, parts.size())
                .boxed()
                .sorted(Comparator.<Integer, BigInteger>comparing(remainders::get)
                        .reversed())
                .limit(left)
                .forEach(i -> parts.set(i, parts.get(i).add(BigInteger.ONE)));
        return parts;
    }
}
