package org.cartulary.events.access;

import org.cartulary.events.MayBeAbsent;
import org.cartulary.events.kernel.CurrencyCode;
import org.cartulary.events.kernel.Money;
import org.cartulary.events.kernel.Quantity;

/**
 * How far a grant reaches in one command. What is absent is not granted at all; beyond a limit a second client has to approve.
 *
 * @param currency of the amounts: what is in another one is beyond them. Where absent, they hold in each currency
 * @param refundMinor the largest refund, in minor units
 * @param discountMinor the largest sum of discounts that nothing but the sender explains: markdowns, and those without a kind
 * @param paidOutMinor the largest amount of money that is posted without goods, either way
 * @param stockAdjustment the largest number of units that stock is put right by, either way
 * @param priceOverride whether lines may be marked down
 * @param policyOverride whether a rule of returns may be waived
 * @param withoutReceipt whether goods may be taken back without a receipt
 */
public record Limits(
        @MayBeAbsent CurrencyCode currency,
        @MayBeAbsent Long refundMinor,
        @MayBeAbsent Long discountMinor,
        @MayBeAbsent Long paidOutMinor,
        @MayBeAbsent Quantity stockAdjustment,
        @MayBeAbsent Boolean priceOverride,
        @MayBeAbsent Boolean policyOverride,
        @MayBeAbsent Boolean withoutReceipt) {

    public static final Limits NONE = new Limits(null, null, null, null, null, null, null, null);

    /** As far as the ledger itself goes. */
    public static final Limits ALL = new Limits(
            null, Money.MAX_MINOR, Money.MAX_MINOR, Money.MAX_MINOR, new Quantity(Quantity.MAX), true, true, true);

    public Limits {
        requireAmount(refundMinor, "limits.refundMinor");
        requireAmount(discountMinor, "limits.discountMinor");
        requireAmount(paidOutMinor, "limits.paidOutMinor");
        priceOverride = orAbsent(priceOverride);
        policyOverride = orAbsent(policyOverride);
        withoutReceipt = orAbsent(withoutReceipt);
    }

    /** What is not granted is absent, however that was said. */
    private static Boolean orAbsent(Boolean granted) {
        return Boolean.TRUE.equals(granted) ? granted : null;
    }

    private static void requireAmount(Long amountMinor, String name) {
        if (amountMinor != null) Money.requireNotNegative(amountMinor, name);
    }
}
