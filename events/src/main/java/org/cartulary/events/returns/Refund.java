package org.cartulary.events.returns;

import org.cartulary.events.MayBeAbsent;
import org.cartulary.events.sale.TenderType;

/**
 * Money that went back.
 *
 * @param tender the number of the sale's tender that it went back to; absent without a receipt
 * @param amountMinor in minor units, rounding of cash included
 * @param reference of the original tender, or the account of stored value; may be absent
 * @param rerouted why it did not go back to the original tender; absent where it did
 */
public record Refund(
        @MayBeAbsent Integer tender,
        TenderType type,
        long amountMinor,
        @MayBeAbsent String reference,
        @MayBeAbsent Rerouted rerouted) {

    /** Why money goes back by another way than it came. */
    public enum Rerouted {
        /** The account of the original tender is blocked or gone. */
        ACCOUNT_CLOSED,
        /** The customer takes stored credit. */
        AS_STORED_CREDIT,
        /** Somebody who may has allowed cash. */
        AS_CASH,
        /** It pays for other goods in the same append. */
        EXCHANGED,
        /** It was itself what other goods were worth in an exchange. */
        FROM_EXCHANGE
    }

    /** To the original tender, or without one. */
    public Refund(Integer tender, TenderType type, long amountMinor, String reference) {
        this(tender, type, amountMinor, reference, null);
    }
}
