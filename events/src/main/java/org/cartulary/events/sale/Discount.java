package org.cartulary.events.sale;

import org.cartulary.events.MayBeAbsent;
import org.cartulary.events.Shape;
import org.cartulary.events.kernel.CardNumbers;
import org.cartulary.events.kernel.Money;

/**
 * Why a part of a line's discount was given.
 *
 * @param amountMinor taken off the line, before tax
 * @param reference the coupon's, promotion's or programme's number; may be absent
 */
public record Discount(
        Kind kind, long amountMinor, @MayBeAbsent String reference) {

    /** What grants a discount. */
    public enum Kind {
        /** Because the customer belongs to a loyalty programme. */
        LOYALTY,
        /** A coupon of the retailer's own; a manufacturer's is a tender. */
        COUPON,
        PROMOTION,
        MARKDOWN
    }

    public Discount {
        Shape.present(kind, "lines[].discounts[].kind");
        Money.requireNotNegative(amountMinor, "lines[].discounts[].amountMinor");
        CardNumbers.refuseIn(
                Shape.optionalText(reference, 64, "lines[].discounts[].reference"), "lines[].discounts[].reference");
    }
}
