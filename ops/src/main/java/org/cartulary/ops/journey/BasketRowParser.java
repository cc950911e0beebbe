package org.cartulary.ops.journey;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Makes sense of the eleven fields of a row, or says why there is none. */
final class BasketRowParser {

    static final List<String> HEADING = List.of(
            "household_id",
            "store_id",
            "basket_id",
            "product_id",
            "quantity",
            "sales_value",
            "retail_disc",
            "coupon_disc",
            "coupon_match_disc",
            "week",
            "transaction_timestamp");

    private static final Pattern ID = Pattern.compile("[0-9]{1,12}");
    private static final Pattern SHORT_ID = Pattern.compile("[1-9](\\.[0-9]{1,11})?e\\+[0-9]{2}");
    private static final Pattern QUANTITY = Pattern.compile("[0-9]{1,9}");
    private static final Pattern AMOUNT = Pattern.compile("[0-9]{1,7}(\\.[0-9]{1,20})?(e-[0-9]{1,2})?");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

    /** The file was once floating point: less than this of a cent is what that left behind. */
    private static final BigDecimal RESIDUE = new BigDecimal("0.000001");

    private BasketRowParser() {}

    /** @throws IllegalArgumentException if the row makes no sense; its message is the reason */
    static BasketRow parse(long line, List<String> fields) {
        require(fields.size() == HEADING.size(), "a row has 11 fields, this one has " + fields.size());
        return new BasketRow(
                line,
                id(fields.get(0), "a household"),
                id(fields.get(1), "a store"),
                basket(fields.get(2)),
                id(fields.get(3), "a product"),
                quantity(fields.get(4)),
                cents(fields.get(5), "sales_value"),
                cents(fields.get(6), "retail_disc"),
                cents(fields.get(7), "coupon_disc"),
                cents(fields.get(8), "coupon_match_disc"),
                time(fields.get(10)),
                fields);
    }

    private static String id(String text, String what) {
        require(ID.matcher(text).matches(), what + " is a number");
        return text;
    }

    /** One whose number ends in many zeros is written 4.0128e+10. */
    private static String basket(String text) {
        if (!SHORT_ID.matcher(text).matches()) return id(text, "a basket");
        var digits = new BigDecimal(text).stripTrailingZeros();
        require(digits.scale() <= 0, "a basket is a whole number");
        return id(digits.toPlainString(), "a basket");
    }

    private static long quantity(String text) {
        require(
                QUANTITY.matcher(text).matches(),
                "a quantity is a whole number of at most nine digits, never negative");
        return Long.parseLong(text);
    }

    private static long cents(String text, String what) {
        require(AMOUNT.matcher(text).matches(), what + " is an amount such as 3.86, never negative");
        var cents = new BigDecimal(text).movePointRight(2);
        var whole = cents.setScale(0, RoundingMode.HALF_UP);
        require(cents.subtract(whole).abs().compareTo(RESIDUE) < 0, what + " is finer than a cent");
        return whole.longValueExact();
    }

    private static Instant time(String text) {
        try {
            return LocalDateTime.parse(text, TIME).toInstant(ZoneOffset.UTC);
        } catch (DateTimeException other) {
            throw new IllegalArgumentException("a time is written 2017-01-28 19:06:53");
        }
    }

    private static void require(boolean holds, String reason) {
        if (!holds) throw new IllegalArgumentException(reason);
    }
}
