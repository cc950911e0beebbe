package org.cartulary.events.kernel;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/** The decimal text of an amount counted in thousandths: as short as possible, never with an exponent. */
final class Thousandths {

    private static final Pattern DECIMAL = Pattern.compile("-?\\d{1,10}(\\.\\d{1,9})?");

    private Thousandths() {}

    static long parse(String decimal) {
        if (decimal == null || !DECIMAL.matcher(decimal).matches())
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
