package org.cartulary.command.returns;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.cartulary.command.returns.ReturnCommand.RefundAs;
import org.cartulary.command.sale.Coins;
import org.cartulary.events.kernel.StoredValueId;
import org.cartulary.events.lot.LotPart;
import org.cartulary.events.returns.Refund;
import org.cartulary.events.returns.Refund.Rerouted;
import org.cartulary.events.sale.Tender;
import org.cartulary.events.sale.TenderType;

/**
 * By which way the money of a return goes back. Rule book, "Tenders": to the original tenders, and what can't go back there
 * becomes stored credit with a reason. What was paid with a gift card or a credit goes back to the same account, also where the
 * customer takes credit for the rest. Points always go back as points.
 *
 * @param as how the customer wants the money; the original tenders where absent
 * @param credit the account of what becomes stored credit
 */
record RefundRoutes(RefundAs as, StoredValueId credit) {

    /** @param drawn the lots from which that amount had come; empty where no account had paid it */
    record Due(Tender tender, long amountMinor, List<LotPart> drawn) {}

    /**
     * @param account that is loaded; null where the money leaves the ledger
     * @param parts to which lots it goes back; empty where it becomes a new one
     */
    record Route(Refund refund, StoredValueId account, List<LotPart> parts) {}

    /** All accounts that a refund may reach, whichever way it takes. */
    List<StoredValueId> accountsOf(Due due) {
        if (isAccount(due) && as != RefundAs.CASH) return List.of(accountOf(due), credit);
        return rerouted(due) == null || as == RefundAs.CASH ? List.of() : List.of(credit);
    }

    /** @param takesRefunds whether an account is open and not blocked */
    Route of(Due due, Predicate<StoredValueId> takesRefunds) {
        var type = due.tender().type();
        if (type == TenderType.POINTS) return original(due, null);
        if (as == RefundAs.CASH && type != TenderType.CASH)
            return new Route(refund(due, TenderType.CASH, null, Rerouted.AS_CASH), null, List.of());
        if (isAccount(due))
            return takesRefunds.test(accountOf(due))
                    ? original(due, accountOf(due))
                    : toCredit(due, Rerouted.ACCOUNT_CLOSED);
        var why = rerouted(due);
        return why == null ? original(due, null) : toCredit(due, why);
    }

    /** Why money that no account had paid becomes stored credit; null where it does not. */
    private Rerouted rerouted(Due due) {
        var type = due.tender().type();
        if (type == TenderType.POINTS || as == RefundAs.CASH) return null;
        if (as == RefundAs.STORED_CREDIT) return Rerouted.AS_STORED_CREDIT;
        if (type == TenderType.STORED_CREDIT || type == TenderType.GIFT_CARD) return Rerouted.ACCOUNT_CLOSED;
        return type == TenderType.EXCHANGE ? Rerouted.FROM_EXCHANGE : null;
    }

    private static Route original(Due due, StoredValueId account) {
        return new Route(
                refund(due, due.tender().type(), due.tender().reference(), null),
                account,
                account == null ? List.of() : due.drawn());
    }

    private Route toCredit(Due due, Rerouted why) {
        return new Route(refund(due, TenderType.STORED_CREDIT, credit.toString(), why), credit, List.of());
    }

    private static Refund refund(Due due, TenderType type, String reference, Rerouted why) {
        return new Refund(due.tender().number(), type, due.amountMinor(), reference, why);
    }

    /** A credit that paid before credits had accounts drew from none, and its reference is whatever the channel had said. */
    private static boolean isAccount(Due due) {
        boolean ofAccounts =
                due.tender().type() == TenderType.GIFT_CARD || due.tender().type() == TenderType.STORED_CREDIT;
        return ofAccounts && !due.drawn().isEmpty();
    }

    private static StoredValueId accountOf(Due due) {
        return StoredValueId.of(due.tender().reference());
    }

    /** Whether what a tender had paid is paid out in cash, and was not rounded to coins with the sale. */
    static boolean isInCash(TenderType type, RefundAs as, boolean exchange) {
        return switch (type) {
            case POINTS -> false;
            case CASH -> exchange;
            default -> as == RefundAs.CASH;
        };
    }

    /**
     * What is paid out in cash and was not rounded with the sale is rounded to coins, half up: all of it that was ever paid out, less
     * what was paid before. So the rounding of many small returns never adds up.
     *
     * @param beforeMinor what was paid out so before, before it was rounded
     */
    static List<Refund> inCoins(List<Refund> refunds, long beforeMinor, long incrementMinor, boolean exchange) {
        long now = refunds.stream()
                .filter(refund -> isRounded(refund, exchange))
                .mapToLong(Refund::amountMinor)
                .sum();
        long paid = Coins.rounded(beforeMinor + now, incrementMinor) - Coins.rounded(beforeMinor, incrementMinor);
        long beyond = now - paid;
        var inCoins = new ArrayList<Refund>();
        for (var refund : refunds.reversed()) {
            long less = isRounded(refund, exchange) ? Math.min(beyond, refund.amountMinor()) : 0;
            beyond -= less;
            if (refund.amountMinor() > less) inCoins.add(less(refund, less));
        }
        return inCoins.reversed();
    }

    private static boolean isRounded(Refund refund, boolean exchange) {
        return refund.rerouted() == Rerouted.AS_CASH || exchange && refund.type() == TenderType.CASH;
    }

    private static Refund less(Refund refund, long lessMinor) {
        return new Refund(
                refund.tender(),
                refund.type(),
                refund.amountMinor() - lessMinor,
                refund.reference(),
                refund.rerouted());
    }
}
