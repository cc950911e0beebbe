package org.cartulary.query.console;

import org.cartulary.events.kernel.CurrencyCode;
import org.cartulary.events.storedvalue.AccountKind;
import org.cartulary.events.storedvalue.StoredValueEvent;
import org.cartulary.events.storedvalue.StoredValueEvent.*;

/** What an event of a gift card or a credit says, in one line. */
final class StoredValueSentence {

    private StoredValueSentence() {}

    static String of(StoredValueEvent event) {
        return switch (event) {
            case AccountOpened e -> "A new " + word(e.kind()) + " in " + e.currency() + " at " + e.location();
            case ValueLoaded e ->
                money(e.amountMinor(), e.currency()) + " put on a " + word(e.kind()) + ", which holds "
                        + money(e.balanceMinor(), e.currency())
                        + (e.expiresOn() == null ? "" : ", to be spent until " + e.expiresOn());
            case ValueRedeemed e ->
                money(e.amountMinor(), e.currency()) + " paid with a " + word(e.kind()) + ", which holds "
                        + money(e.balanceMinor(), e.currency());
            case ValueRefunded e ->
                money(e.amountMinor(), e.currency()) + " back on a " + word(e.kind()) + ", which holds "
                        + money(e.balanceMinor(), e.currency());
            case ValueExpired e ->
                money(e.amountMinor(), e.currency()) + " of a " + word(e.kind()) + " expired, which holds "
                        + money(e.balanceMinor(), e.currency());
            case AccountBlocked e -> "An account of stored value was blocked: " + e.reason();
            case AccountUnblocked e -> "An account of stored value was unblocked: " + e.reason();
            case CardCodeAssigned e -> "A gift card got a code";
            case CardCodeTaken e -> "A code names a gift card";
        };
    }

    private static String word(AccountKind kind) {
        return switch (kind) {
            case GIFT_CARD -> "gift card";
            case STORED_CREDIT -> "stored credit";
        };
    }

    private static String money(long minor, CurrencyCode currency) {
        return Amounts.withCurrency(minor, currency.value());
    }
}
