package org.cartulary.command.access;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.cartulary.events.LedgerEvent;
import org.cartulary.events.access.Limits;
import org.cartulary.events.finance.FinanceEvent.FinancialAdjustmentRecorded;
import org.cartulary.events.kernel.CurrencyCode;
import org.cartulary.events.kernel.Quantity;
import org.cartulary.events.returns.PolicyOverride;
import org.cartulary.events.returns.Refund;
import org.cartulary.events.returns.ReturnEvent.ReturnRecorded;
import org.cartulary.events.returns.ReturnEvent.ReturnWithoutReceiptRecorded;
import org.cartulary.events.sale.Discount;
import org.cartulary.events.sale.SaleEvent.SaleRecorded;
import org.cartulary.events.sale.SaleLine;
import org.cartulary.events.sale.TenderType;
import org.cartulary.events.stock.StockEvent.StockAdjusted;
import org.cartulary.events.stock.StockEvent.StockReclassified;

/** How far what was decided goes, as {@link Limits} count it. It is read off the events, since what a return refunds the ledger decides. */
final class Extent {

    private CurrencyCode currency;
    private long refundMinor;
    private long discountMinor;
    private long paidOutMinor;
    private Quantity adjusted = Quantity.ZERO;
    private boolean priceOverride;
    private boolean policyOverride;
    private boolean withoutReceipt;

    private Extent() {}

    static Extent of(List<LedgerEvent> events) {
        var extent = new Extent();
        events.forEach(extent::count);
        return extent;
    }

    private void count(LedgerEvent event) {
        switch (event) {
            case SaleRecorded e -> count(e);
            case ReturnRecorded e -> refund(e.currency(), e.refunds(), e.override());
            case ReturnWithoutReceiptRecorded e -> {
                refund(e.currency(), e.refunds(), e.override());
                withoutReceipt = true;
            }
            case FinancialAdjustmentRecorded e -> {
                currency = e.amount().currency();
                paidOutMinor = Math.addExact(paidOutMinor, Math.abs(e.amount().amountMinor()));
            }
            case StockAdjusted e -> adjusted = adjusted.plus(e.change().size());
            case StockReclassified e -> adjusted = adjusted.plus(e.quantity());
            default -> {}
        }
    }

    private void count(SaleRecorded sale) {
        currency = sale.currency();
        for (var line : sale.lines()) {
            discountMinor = Math.addExact(discountMinor, unexplained(line));
            priceOverride |= discounts(line).stream().anyMatch(Extent::isMarkdown);
        }
        discountMinor = Math.addExact(discountMinor, sale.orderDiscountMinor());
    }

    /** A programme, a coupon and a promotion explain a discount; a markdown and silence do not. */
    private static long unexplained(SaleLine line) {
        long explained = discounts(line).stream()
                .filter(discount -> !isMarkdown(discount))
                .mapToLong(Discount::amountMinor)
                .sum();
        return line.discountMinor() - explained;
    }

    private static List<Discount> discounts(SaleLine line) {
        return Objects.requireNonNullElse(line.discounts(), List.of());
    }

    private static boolean isMarkdown(Discount discount) {
        return discount.kind() == Discount.Kind.MARKDOWN;
    }

    private void refund(CurrencyCode in, List<Refund> refunds, PolicyOverride override) {
        currency = in;
        for (var refund : refunds)
            // What pays for other goods at once leaves nobody's till.
            if (refund.type() != TenderType.EXCHANGE) refundMinor = Math.addExact(refundMinor, refund.amountMinor());
        policyOverride |= override != null;
    }

    boolean isWithin(Limits limits) {
        return isWithin(refundMinor, limits.refundMinor(), limits)
                && isWithin(discountMinor, limits.discountMinor(), limits)
                && isWithin(paidOutMinor, limits.paidOutMinor(), limits)
                && isAdjustedWithin(limits.stockAdjustment())
                && (!priceOverride || limits.priceOverride() != null)
                && (!policyOverride || limits.policyOverride() != null)
                && (!withoutReceipt || limits.withoutReceipt() != null);
    }

    private boolean isWithin(long amountMinor, Long limitMinor, Limits limits) {
        if (amountMinor <= 0) return true;
        boolean sameCurrency = limits.currency() == null || limits.currency().equals(currency);
        return limitMinor != null && amountMinor <= limitMinor && sameCurrency;
    }

    private boolean isAdjustedWithin(Quantity limit) {
        return adjusted.isZero() || limit != null && !adjusted.isMoreThan(limit);
    }

    /** What of it has a limit, for whoever was refused. */
    String words() {
        var words = new ArrayList<String>();
        if (refundMinor > 0) words.add("a refund of " + refundMinor + " (" + currency + ", minor units)");
        if (discountMinor > 0) words.add("discounts of " + discountMinor + " (" + currency + ", minor units)");
        if (paidOutMinor > 0) words.add("a posting of " + paidOutMinor + " (" + currency + ", minor units)");
        if (!adjusted.isZero()) words.add("stock put right by " + adjusted);
        if (priceOverride) words.add("a price override");
        if (policyOverride) words.add("a policy override");
        if (withoutReceipt) words.add("a return without receipt");
        return String.join(", ", words);
    }
}
