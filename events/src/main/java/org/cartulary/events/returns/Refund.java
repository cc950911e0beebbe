package org.cartulary.events.returns;

import org.cartulary.events.MayBeAbsent;
import org.cartulary.events.sale.TenderType;

/**
 * Money that went back.
 *
 * @param tender the number of the sale's tender that it went back to; absent without a receipt
 * @param amountMinor in minor units, rounding of cash included
 * @param reference of the original tender, or of the new credit; may be absent
 */
public record Refund(
        @MayBeAbsent Integer tender,
        TenderType type,
        long amountMinor,
        @MayBeAbsent String reference) {}
