package org.cartulary.command.sale;

import static org.cartulary.command.kernel.CommandRejected.require;

import java.util.List;
import org.cartulary.command.sale.SaleCommand.Line;
import org.cartulary.command.sale.SaleCommand.RecordSale;
import org.cartulary.events.kernel.CurrencyCode;
import org.cartulary.events.kernel.LocationId;
import org.cartulary.events.kernel.Quantity;
import org.cartulary.events.sale.Discount;
import org.cartulary.events.sale.SaleLine;
import org.cartulary.events.sale.Tax;
import org.cartulary.events.sale.TaxMode;

/** Checks that what a channel worked out adds up: prices, discounts, taxes, total. Sources: rule book, "Price, tax, promotion". */
final class SaleTerms {

    private SaleTerms() {}

    /** The line with its amounts frozen. @throws org.cartulary.command.kernel.CommandRejected with a {@link SaleRejection} */
    static SaleLine freeze(Line line, LocationId stock, TaxMode mode, CurrencyCode currency) {
        long amount = amount(line, currency);
        checkDiscounts(line);
        long tax = line.taxes().stream().mapToLong(Tax::taxMinor).sum();
        long base = line.taxes().stream().mapToLong(Tax::baseMinor).sum();
        long given = mode.isInclusive() ? base + tax : base;
        require(
                line.taxes().isEmpty() || given == amount,
                SaleRejection.LINE_AMOUNTS_DIFFER,
                "line " + line.number() + " comes to " + amount + ", its taxes account for " + given);
        return frozen(line, stock, line.quantity(), null, line.taxes().isEmpty() ? amount : base, tax, line);
    }

    /** What a line comes to after discounts, in the terms of the tax mode. */
    static long amount(Line line, CurrencyCode currency) {
        long listed = line.unitPrice().amountMinor(line.quantity(), currency);
        long amount = listed - line.discountMinor() - line.orderDiscountMinor();
        require(
                amount >= 0,
                SaleRejection.DISCOUNT_EXCEEDS_LINE,
                "line " + line.number() + " comes to " + listed + " before discounts");
        return amount;
    }

    private static void checkDiscounts(Line line) {
        if (line.discounts() == null) return;
        long named = line.discounts().stream().mapToLong(Discount::amountMinor).sum();
        require(
                named == line.discountMinor(),
                SaleRejection.DISCOUNTS_DIFFER,
                "the discounts of line " + line.number() + " come to " + named + ", its discountMinor is "
                        + line.discountMinor());
    }

    static SaleLine frozen(
            Line line, LocationId stock, Quantity sold, Quantity requested, long net, long tax, Line amounts) {
        return new SaleLine(
                line.number(),
                line.sku(),
                stock,
                line.reservation(),
                sold,
                requested,
                line.unitPrice(),
                amounts.discountMinor(),
                amounts.orderDiscountMinor(),
                net,
                tax,
                amounts.taxes(),
                amounts.discounts(),
                line.card() == null ? null : line.card().account(),
                null);
    }

    /** @throws org.cartulary.command.kernel.CommandRejected with a {@link SaleRejection} */
    static void check(RecordSale sale, List<SaleLine> lines) {
        TaxTerms.check(lines, sale.taxMode());
        checkOrderDiscount(sale);
        long total = total(lines);
        require(
                total == sale.totalMinor(),
                SaleRejection.TOTAL_DIFFERS,
                "the lines come to " + total + ", totalMinor is " + sale.totalMinor());
    }

    static long total(List<SaleLine> lines) {
        return lines.stream().mapToLong(SaleLine::grossMinor).reduce(0, Math::addExact);
    }

    private static long sum(List<Long> minor) {
        return minor.stream().mapToLong(Long::longValue).sum();
    }

    /** What a line weighs in an order's discount; a gift card has no share of it. */
    private static long weight(Line line, CurrencyCode currency) {
        return line.card() != null ? 0 : line.unitPrice().amountMinor(line.quantity(), currency) - line.discountMinor();
    }

    private static void checkOrderDiscount(RecordSale sale) {
        var values =
                sale.lines().stream().map(line -> weight(line, sale.currency())).toList();
        var shares = Apportionment.byLargestRemainder(sale.orderDiscountMinor(), values);
        var given = sale.lines().stream().map(Line::orderDiscountMinor).toList();
        require(
                shares.equals(given) && sum(given) == sale.orderDiscountMinor(),
                SaleRejection.ORDER_DISCOUNT_DIFFERS,
                "by largest remainder the shares of the lines are " + shares + ", given were " + given);
    }
}
