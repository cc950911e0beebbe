package org.cartulary.events.kernel;

import java.math.BigDecimal;

/** The decimal text of an amount counted in thousandths: as short as possible, never with an exponent. */
final class Thousandths {

    private Thousandths() {}

    static long parse(String decimal) {
        if (decimal == null || !decimal.matches("-?\\d{1,10}(\\.\\d{1,9})?"))
            throw new IllegalArgumentException("a quantity is a decimal such as 12 or 1.5");
        try {
            return new BigDecimal(decimal).movePointRight(3).longValueExact();
        } catch (ArithmeticException tooFine) {
            throw new IllegalArgumentException("a quantity has at most three decimal places");
        }
    }

    static String format(long thousandths) {
        if (thousandths % 1_000 == 0) return Long.toString(thousandths / 1_000);
        return BigDecimal.valueOf(thousandths, 3).stripTrailingZeros().toPlainString();
    }
}
