package org.cartulary.query.console;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import org.cartulary.events.kernel.CurrencyCode;

/** Amounts and numbers as people read them. */
final class Amounts {

    private static final DecimalFormatSymbols SYMBOLS = DecimalFormatSymbols.getInstance(Locale.ROOT);

    private Amounts() {}

    /** 123456 minor units of EUR as {@code 1,234.56}; of JPY as {@code 123,456}. */
    static String plain(long amountMinor, String currency) {
        return plain(BigInteger.valueOf(amountMinor), currency);
    }

    static String plain(BigInteger amountMinor, String currency) {
        int exponent = CurrencyCode.of(currency).exponent();
        var pattern = exponent == 0 ? "#,##0" : "#,##0." + "0".repeat(exponent);
        return new DecimalFormat(pattern, SYMBOLS).format(new BigDecimal(amountMinor, exponent));
    }

    static String withCurrency(long amountMinor, String currency) {
        return withCurrency(BigInteger.valueOf(amountMinor), currency);
    }

    static String withCurrency(BigInteger amountMinor, String currency) {
        return plain(amountMinor, currency) + " " + currency;
    }

    static String count(long count) {
        return new DecimalFormat("#,##0", SYMBOLS).format(count);
    }
}
