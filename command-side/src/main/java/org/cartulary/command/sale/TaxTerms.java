package org.cartulary.command.sale;

import static org.cartulary.command.kernel.CommandRejected.require;

import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cartulary.events.sale.SaleLine;
import org.cartulary.events.sale.Tax;
import org.cartulary.events.sale.TaxMode;

/** Rule book, "Price, tax, promotion": how much tax an amount bears, rounded half up once. */
final class TaxTerms {

    private static final long MILLION = 1_000_000;

    private TaxTerms() {}

    /** Tax on an amount without tax: {@code round(net * rate)}. */
    static long onNet(long netMinor, int ratePpm) {
        return halfUp(BigInteger.valueOf(netMinor).multiply(BigInteger.valueOf(ratePpm)), MILLION);
    }

    /** What is left of an amount without its tax: {@code round(gross / (1 + rate))}. */
    static long netOf(long grossMinor, int ratePpm) {
        return halfUp(BigInteger.valueOf(grossMinor).multiply(BigInteger.valueOf(MILLION)), MILLION + ratePpm);
    }

    /** The tax on a part of a line, by the mode in which prices are given. */
    static Tax of(String code, int ratePpm, long amountMinor, TaxMode mode) {
        long base = mode.isInclusive() ? netOf(amountMinor, ratePpm) : amountMinor;
        long tax = mode.isInclusive() ? amountMinor - base : onNet(amountMinor, ratePpm);
        return new Tax(code, ratePpm, base, tax);
    }

    /** @throws org.cartulary.command.kernel.CommandRejected with TAX_DIFFERS */
    static void check(List<SaleLine> lines, TaxMode mode) {
        if (mode.isPerLine())
            lines.forEach(line -> line.taxes().forEach(tax -> check(tax, mode, "line " + line.number())));
        else perDocument(lines).forEach(tax -> check(tax, mode, "the document"));
    }

    private static void check(Tax given, TaxMode mode, String where) {
        long amount = mode.isInclusive() ? given.baseMinor() + given.taxMinor() : given.baseMinor();
        var exact = of(given.code(), given.ratePpm(), amount, mode);
        require(
                exact.equals(given),
                SaleRejection.TAX_DIFFERS,
                given.code() + " of " + where + " should be " + exact.taxMinor() + " on " + exact.baseMinor()
                        + ", given was " + given.taxMinor() + " on " + given.baseMinor());
    }

    private static List<Tax> perDocument(List<SaleLine> lines) {
        Map<String, Tax> sums = new LinkedHashMap<>();
        for (var line : lines)
            for (var tax : line.taxes()) sums.merge(tax.code() + "@" + tax.ratePpm(), tax, TaxTerms::sum);
        return List.copyOf(sums.values());
    }

    private static Tax sum(Tax one, Tax other) {
        return new Tax(
                one.code(), one.ratePpm(), one.baseMinor() + other.baseMinor(), one.taxMinor() + other.taxMinor());
    }

    /** Half up on a non-negative amount. */
    private static long halfUp(BigInteger dividend, long divisor) {
        return dividend.shiftLeft(1)
                .add(BigInteger.valueOf(divisor))
                .divide(BigInteger.valueOf(divisor).shiftLeft(1))
                .longValueExact();
    }
}
