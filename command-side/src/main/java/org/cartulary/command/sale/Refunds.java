package org.cartulary.command.sale;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cartulary.events.sale.SaleEvent.RefundedTender;
import org.cartulary.events.sale.SaleEvent.SaleRecorded;
import org.cartulary.events.sale.Tender;
import org.cartulary.events.sale.TenderType;

/**
 * Which tender of a sale gets how much back. Rule book, "Tenders": to the original tenders in their sequence, each up to what
 * it captured; cash is rounded as the sale rounded it. What is rounded is all that is due together, and a tender gets that less
 * what it was given before: so the rounding of many small returns never adds up.
 */
final class Refunds {

    private final SaleRecorded sale;
    private final Map<Integer, Long> refunded;

    /** @param refunded what went back before, in minor units, by the number of the tender */
    Refunds(SaleRecorded sale, Map<Integer, Long> refunded) {
        this.sale = sale;
        this.refunded = refunded;
    }

    /** Where nothing is left with the customer: all that was paid, so that no rounding is left anywhere. */
    List<RefundedTender> ofEverything(long feesMinor) {
        long captured = captured().values().stream().mapToLong(Long::longValue).sum();
        return upTo(Math.max(0, captured - feesMinor));
    }

    /** @param dueMinor for all that has come back by now, less all fees, in minor units */
    List<RefundedTender> upTo(long dueMinor) {
        var captured = captured();
        var refunds = new ArrayList<RefundedTender>();
        long due = dueMinor;
        for (var tender : sale.tenders()) {
            long most = captured.get(tender.number());
            long amount = amount(tender, due, most);
            long more = amount - refunded.getOrDefault(tender.number(), 0L);
            if (more > 0) refunds.add(new RefundedTender(tender.number(), more));
            // Where cash was left over, the rest of what was due was rounded away.
            boolean settled = tender.type() == TenderType.CASH && amount < most;
            due = settled ? 0 : Math.max(0, due - amount);
        }
        return refunds;
    }

    private long amount(Tender tender, long due, long most) {
        if (due >= most) return most;
        return tender.type() == TenderType.CASH
                ? Math.min(most, due + Coins.rounding(due, sale.cashIncrementMinor()))
                : due;
    }

    /** What each tender took for good. Change came out of the cash that was given last. */
    private Map<Integer, Long> captured() {
        var captured = new HashMap<Integer, Long>();
        long change = sale.changeMinor();
        for (var tender : sale.tenders().reversed()) {
            long given = tender.type() == TenderType.CASH ? Math.min(change, tender.amountMinor()) : 0;
            change -= given;
            captured.put(tender.number(), tender.amountMinor() - given);
        }
        return captured;
    }
}
