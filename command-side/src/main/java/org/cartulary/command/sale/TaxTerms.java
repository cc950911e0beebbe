package org.cartulary.command.sale;

import static org.cartulary.command.kernel.CommandRejected.require;

import java.math.BigInteger;
import java.util.ArrayList;
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
        if (mode.isPerLine()) lines.forEach(line -> line.taxes().forEach(tax -> checkLine(tax, mode, line.number())));
        else perRate(lines).values().forEach(parts -> checkDocument(parts, mode));
    }

    private static void checkLine(Tax given, TaxMode mode, int line) {
        var exact = of(given.code(), given.ratePpm(), amount(given, mode), mode);
        require(
                exact.equals(given),
                SaleRejection.TAX_DIFFERS,
                given.code() + " of line " + line + " should be " + exact.taxMinor() + " on " + exact.baseMinor()
                        + ", given was " + given.taxMinor() + " on " + given.baseMinor());
    }

    /** Rounded once per rate, then apportioned back to the lines by largest remainder. */
    private static void checkDocument(List<Tax> parts, TaxMode mode) {
        var amounts = parts.stream().map(part -> amount(part, mode)).toList();
        long amount = amounts.stream().mapToLong(Long::longValue).sum();
        var rate = parts.getFirst();
        var exact = of(rate.code(), rate.ratePpm(), amount, mode);
        var shares = Apportionment.byLargestRemainder(exact.taxMinor(), amounts);
        var given = parts.stream().map(Tax::taxMinor).toList();
        require(
                shares.equals(given),
                SaleRejection.TAX_DIFFERS,
                rate.code() + " of the document is " + exact.taxMinor() + ", by largest remainder " + shares
                        + " on its lines, given were " + given);
    }

    private static Map<String, List<Tax>> perRate(List<SaleLine> lines) {
        var parts = new LinkedHashMap<String, List<Tax>>();
        for (var line : lines)
            for (var tax : line.taxes())
                parts.computeIfAbsent(tax.code() + "@" + tax.ratePpm(), none -> new ArrayList<>())
                        .add(tax);
        return parts;
    }

    private static long amount(Tax tax, TaxMode mode) {
        return mode.isInclusive() ? tax.baseMinor() + tax.taxMinor() : tax.baseMinor();
    }

    /** Half up on a non-negative amount. */
    private static long halfUp(BigInteger dividend, long divisor) {
        return dividend.shiftLeft(1)
                .add(BigInteger.valueOf(divisor))
                .divide(BigInteger.valueOf(divisor).shiftLeft(1))
                .longValueExact();
    }
}
