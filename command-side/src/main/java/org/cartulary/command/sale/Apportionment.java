package org.cartulary.command.sale;

import java.math.BigInteger;
import java.util.List;
import org.cartulary.command.lot.LargestRemainder;

/** Splits an amount so that the parts sum to it exactly: by largest remainder, the earlier part first where two are equal. */
final class Apportionment {

    private Apportionment() {}

    /**
     * @param totalMinor what is split
     * @param weights in proportion to which; none negative
     * @return one part per weight; nothing where all weights are zero
     */
    static List<Long> byLargestRemainder(long totalMinor, List<Long> weights) {
        var exact = weights.stream().map(BigInteger::valueOf).toList();
        return LargestRemainder.parts(BigInteger.valueOf(totalMinor), exact).stream()
                .map(BigInteger::longValueExact)
                .toList();
    }
}
