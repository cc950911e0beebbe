package org.cartulary.command.returns;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToLongFunction;
import org.cartulary.command.kernel.Participant;
import org.cartulary.command.returns.RefundRoutes.Due;
import org.cartulary.command.sale.SaleState;
import org.cartulary.events.lot.LotPart;
import org.cartulary.events.sale.SaleEvent.RefundedTender;
import org.cartulary.events.sale.SaleEvent.SaleRecorded;

/**
 * A sale as it was before a return.
 *
 * @param refunded what went back before, in minor units, by the number of the tender
 * @param cashMinor what was paid out in cash before though it came otherwise, before it was rounded to coins
 */
record Before(SaleRecorded sale, IntToLongFunction refunded, long cashMinor) {

    static Before of(Participant<SaleState> sale) {
        return new Before(
                sale.invoke(SaleState::sale),
                number -> sale.invoke(state -> state.refundedOf(number)),
                sale.invoke(SaleState::cashMinor));
    }

    /** What a tender gets back now, with the lots from which it comes. */
    Due due(RefundedTender refund) {
        var tender = sale.tenders().stream()
                .filter(taken -> taken.number() == refund.tender())
                .findFirst()
                .orElseThrow();
        long from = refunded.applyAsLong(refund.tender());
        return new Due(tender, refund.amountMinor(), share(drawn(refund.tender()), from, refund.amountMinor()));
    }

    private List<LotPart> drawn(int tender) {
        if (sale.drawn() == null) return List.of();
        return sale.drawn().stream()
                .filter(drawn -> drawn.tender() == tender)
                .findFirst()
                .map(drawn -> drawn.parts())
                .orElse(List.of());
    }

    /** What was drawn last goes back first; together all returns give back exactly what was drawn from each lot. */
    private static List<LotPart> share(List<LotPart> drawn, long from, long amount) {
        var share = new ArrayList<LotPart>();
        long skip = from;
        long left = amount;
        for (var part : drawn.reversed()) {
            long skipped = Math.min(skip, part.amount());
            long given = Math.min(left, part.amount() - skipped);
            if (given > 0) share.add(new LotPart(part.lot(), given, part.expiresOn()));
            skip -= skipped;
            left -= given;
        }
        return share;
    }
}
