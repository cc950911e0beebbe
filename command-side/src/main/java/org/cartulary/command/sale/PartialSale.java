package org.cartulary.command.sale;

import static org.cartulary.command.kernel.CommandRejected.require;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.cartulary.command.sale.SaleCommand.Line;
import org.cartulary.events.kernel.CurrencyCode;
import org.cartulary.events.kernel.Quantity;
import org.cartulary.events.sale.Discount;
import org.cartulary.events.sale.SaleLine;
import org.cartulary.events.sale.Tax;
import org.cartulary.events.sale.TaxMode;

/**
 * Works a line out again for fewer units than were asked for. Discounts shrink in proportion, in favour of the retailer by
 * less than a minor unit; named ones still sum to their line's; taxes are rounded anew.
 */
final class PartialSale {

    private PartialSale() {}

    /** @throws org.cartulary.command.kernel.CommandRejected with PARTIAL_NEEDS_TAX_PER_LINE */
    static void requirePossible(TaxMode mode) {
        require(
                mode.isPerLine(),
                SaleRejection.PARTIAL_NEEDS_TAX_PER_LINE,
                "a partial sale can't keep taxes that were rounded over the whole document");
    }

    static SaleLine shrink(SaleLine whole, Line asked, Quantity sold, TaxMode mode, CurrencyCode currency) {
        if (sold.equals(asked.quantity())) return whole;
        long discount = share(asked.discountMinor(), sold, asked.quantity());
        var fewer = new Line(
                asked.number(),
                asked.sku(),
                asked.stock(),
                asked.reservation(),
                sold,
                asked.unitPrice(),
                discount,
                share(asked.orderDiscountMinor(), sold, asked.quantity()),
                List.of(),
                discounts(asked.discounts(), discount),
                null);
        long amount = SaleTerms.amount(fewer, currency);
        var taxes = taxes(asked.taxes(), amount, mode);
        long tax = taxes.stream().mapToLong(Tax::taxMinor).sum();
        long net = mode.isInclusive() ? amount - tax : amount;
        return SaleTerms.frozen(fewer, whole.stock(), sold, asked.quantity(), net, tax, with(fewer, taxes));
    }

    /** Named discounts keep their proportion by largest remainder, so that they still sum to the line's. */
    private static List<Discount> discounts(List<Discount> asked, long discountMinor) {
        if (asked == null) return null;
        var parts = Apportionment.byLargestRemainder(
                discountMinor, asked.stream().map(Discount::amountMinor).toList());
        return IntStream.range(0, asked.size())
                .mapToObj(i -> new Discount(
                        asked.get(i).kind(), parts.get(i), asked.get(i).reference()))
                .toList();
    }

    private static List<Tax> taxes(List<Tax> asked, long amount, TaxMode mode) {
        var weights = asked.stream()
                .map(tax -> mode.isInclusive() ? tax.baseMinor() + tax.taxMinor() : tax.baseMinor())
                .toList();
        var parts = Apportionment.byLargestRemainder(amount, weights);
        var taxes = new ArrayList<Tax>();
        for (int i = 0; i < asked.size(); i++)
            taxes.add(TaxTerms.of(asked.get(i).code(), asked.get(i).ratePpm(), parts.get(i), mode));
        return taxes;
    }

    private static long share(long minor, Quantity part, Quantity whole) {
        return BigInteger.valueOf(minor)
                .multiply(BigInteger.valueOf(part.thousandths()))
                .divide(BigInteger.valueOf(whole.thousandths()))
                .longValueExact();
    }

    private static Line with(Line line, List<Tax> taxes) {
        return new Line(
                line.number(),
                line.sku(),
                line.stock(),
                line.reservation(),
                line.quantity(),
                line.unitPrice(),
                line.discountMinor(),
                line.orderDiscountMinor(),
                taxes,
                line.discounts(),
                line.card());
    }
}
