package org.cartulary.command.returns;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.cartulary.events.kernel.SaleId;
import org.cartulary.events.returns.Refund;
import org.cartulary.events.returns.Refund.Rerouted;
import org.cartulary.events.sale.SaleEvent.RefundedTender;
import org.cartulary.events.sale.SaleEvent.SaleRecorded;
import org.cartulary.events.sale.TenderType;

/**
 * What of a refund is not paid out, because it pays for other goods in the same append. What is paid out goes to the original
 * tenders in their sequence; so what the first of them had paid is refunded, and what the last of them had paid is exchanged.
 * Points are not exchanged: they go back as points, and can be spent again at once.
 *
 * @param sale that is paid; absent outside an exchange
 * @param mostMinor what it costs
 */
record Netting(SaleId sale, long mostMinor) {

    static final Netting NONE = new Netting(null, 0);

    boolean isExchange() {
        return sale != null;
    }

    List<RefundedTender> paidOut(List<RefundedTender> refunds, SaleRecorded from) {
        var exchanged = exchangedByTender(refunds, from);
        return refunds.stream()
                .map(refund -> new RefundedTender(
                        refund.tender(), refund.amountMinor() - exchanged.getOrDefault(refund.tender(), 0L)))
                .filter(refund -> refund.amountMinor() > 0)
                .toList();
    }

    List<Refund> exchanged(List<RefundedTender> refunds, SaleRecorded from) {
        var credits = new ArrayList<Refund>();
        exchangedByTender(refunds, from)
                .forEach((tender, amount) -> credits.add(
                        new Refund(tender, TenderType.EXCHANGE, amount, sale.toString(), Rerouted.EXCHANGED)));
        return credits;
    }

    private SortedMap<Integer, Long> exchangedByTender(List<RefundedTender> refunds, SaleRecorded from) {
        var exchanged = new TreeMap<Integer, Long>();
        long left = mostMinor;
        for (var refund : refunds.reversed()) {
            long amount = isOfPoints(refund, from) ? 0 : Math.min(left, refund.amountMinor());
            left -= amount;
            if (amount > 0) exchanged.put(refund.tender(), amount);
        }
        return exchanged;
    }

    private static boolean isOfPoints(RefundedTender refund, SaleRecorded from) {
        return from.tenders().stream()
                .anyMatch(tender -> tender.number() == refund.tender() && tender.type() == TenderType.POINTS);
    }
}
