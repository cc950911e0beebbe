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
 * it captured; cash is rounded as the sale rounded it.
 */
final class Refunds {

    private final SaleRecorded sale;
    private final Map<Integer, Long> refunded;

    /** @param refunded what went back before, in minor units, by the number of the tender */
    Refunds(SaleRecorded sale, Map<Integer, Long> refunded) {
        this.sale = sale;
        this.refunded = refunded;
    }

    /** For the last of the sale: all that was paid and has not gone back, so that no rounding is left anywhere. */
    List<RefundedTender> ofTheRest(long feesMinor) {
        long open = open().values().stream().mapToLong(Long::longValue).sum();
        return of(Math.max(0, open - feesMinor));
    }

    List<RefundedTender> of(long dueMinor) {
        var open = open();
        var refunds = new ArrayList<RefundedTender>();
        long due = dueMinor;
        for (var tender : sale.tenders()) {
            long amount = amount(tender, due, open.get(tender.number()));
            if (amount > 0) refunds.add(new RefundedTender(tender.number(), amount));
            // Where cash was left over, the rest of what was due was rounded away.
            boolean settled = tender.type() == TenderType.CASH && amount < open.get(tender.number());
            due = settled ? 0 : Math.max(0, due - amount);
        }
        return refunds;
    }

    private long amount(Tender tender, long due, long open) {
        if (due >= open) return open;
        return tender.type() == TenderType.CASH
                ? Math.min(open, due + Settlement.rounding(due, sale.cashIncrementMinor()))
                : due;
    }

    /** What each tender captured and has not given back. Change came out of the cash that was given last. */
    private Map<Integer, Long> open() {
        var open = new HashMap<Integer, Long>();
        long change = sale.changeMinor();
        for (var tender : sale.tenders().reversed()) {
            long given = tender.type() == TenderType.CASH ? Math.min(change, tender.amountMinor()) : 0;
            change -= given;
            open.put(tender.number(), tender.amountMinor() - given - refunded.getOrDefault(tender.number(), 0L));
        }
        return open;
    }
}
