package org.cartulary.events.sale;

import org.cartulary.events.MayBeAbsent;
import org.cartulary.events.Shape;
import org.cartulary.events.kernel.CardNumbers;
import org.cartulary.events.kernel.Money;

/**
 * One means by which a sale was settled.
 *
 * @param number counts from 1 in the order in which tenders were taken; refunds go back in the same order
 * @param amountMinor what was taken, for cash before change, in minor units of the sale's currency
 * @param reference the payment provider's token or the account's number, never a card number; may be absent
 * @param lastFour the last four digits of a card, for the receipt; may be absent
 */
public record Tender(
        int number,
        TenderType type,
        long amountMinor,
        @MayBeAbsent String reference,
        @MayBeAbsent String lastFour) {

    public Tender {
        if (number < 1) throw new IllegalArgumentException("tenders[].number counts from 1");
        Shape.present(type, "tenders[].type");
        Money.requireNotNegative(amountMinor, "tenders[].amountMinor");
        CardNumbers.refuseIn(Shape.optionalText(reference, 128, "tenders[].reference"), "tenders[].reference");
        if (lastFour != null && !lastFour.matches("\\d{4}"))
            throw new IllegalArgumentException("tenders[].lastFour has four digits");
    }
}
