package org.cartulary.command.returns;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import org.cartulary.command.kernel.Moment;
import org.cartulary.command.kernel.Participant;
import org.cartulary.command.kernel.Participants;
import org.cartulary.command.kernel.Posting;
import org.cartulary.command.loyalty.LoyaltyPart.TakenBack;
import org.cartulary.command.loyalty.LoyaltyState;
import org.cartulary.command.loyalty.Programmes;
import org.cartulary.command.sale.SaleState;
import org.cartulary.events.kernel.Quantity;
import org.cartulary.events.lot.LotPart;
import org.cartulary.events.loyalty.LoyaltyId;
import org.cartulary.events.returns.ReturnEvent.ReturnRecorded;
import org.cartulary.events.sale.LineEarning;
import org.cartulary.events.sale.SaleEvent.RefundedTender;
import org.cartulary.events.sale.SaleEvent.SaleRecorded;
import org.cartulary.events.sale.SaleEvent.SaleReturned;
import org.cartulary.events.sale.TenderType;

/**
 * What a return has to do with points: what the goods had earned is reversed, and what had been paid in points comes back as
 * points. Shares are those of all that has come back by then, rounded down together, less what was counted before: all units
 * back reverse everything, whatever the parts in which they came.
 */
public final class PointsOfReturn {

    private final Programmes programmes;
    private final Participants<LoyaltyId, LoyaltyState> accounts;

    public PointsOfReturn(Programmes programmes, Participants<LoyaltyId, LoyaltyState> accounts) {
        this.programmes = programmes;
        this.accounts = accounts;
    }

    /**
     * @param aggregate the sale before this return
     * @param back what the sale gives back
     * @param recorded as it is recorded but for its points
     * @return the return with the points that it reverses and gives back
     */
    ReturnRecorded ask(Posting posting, Participant<SaleState> aggregate, SaleReturned back, ReturnRecorded recorded) {
        var sale = aggregate.invoke(SaleState::sale);
        if (sale.earning() == null) return recorded;
        var reversed = reversed(aggregate, sale, back);
        var givenBack = new ArrayList<LotPart>();
        for (var refund : back.refunds()) givenBack.addAll(givenBack(aggregate, sale, refund));
        var programme = programmes.known(sale.earning().programme());
        var part = part(sale, back, reversed, givenBack);
        posting.ask(accounts.load(part.account()), points -> points.decide(part, programme, Moment.ofDecision()));
        long points = givenBack.stream().mapToLong(LotPart::amount).sum();
        return recorded.with(reversed, points == 0 ? null : points);
    }

    private static TakenBack part(
            SaleRecorded sale, SaleReturned back, List<LineEarning> reversed, List<LotPart> givenBack) {
        var earning = sale.earning();
        return new TakenBack(
                new LoyaltyId(earning.programme(), sale.customer()),
                back.returnId(),
                sale.sale(),
                sale.occurredAt(),
                earning.lot(),
                reversed.stream()
                        .filter(Objects::nonNull)
                        .mapToLong(LineEarning::baseMinor)
                        .sum(),
                reversed.stream()
                        .filter(Objects::nonNull)
                        .mapToLong(LineEarning::points)
                        .sum(),
                givenBack,
                back.occurredAt());
    }

    /** What each line of the return reverses, in its order; null for goods that had earned nothing. */
    private static List<LineEarning> reversed(Participant<SaleState> aggregate, SaleRecorded sale, SaleReturned back) {
        var soFar = new HashMap<Integer, Quantity>();
        var reversed = new ArrayList<LineEarning>();
        for (var units : back.lines()) {
            var line = sale.lines().stream()
                    .filter(sold -> sold.number() == units.line())
                    .findFirst()
                    .orElseThrow();
            var before =
                    soFar.computeIfAbsent(units.line(), number -> aggregate.invoke(sold -> sold.returnedOf(number)));
            var after = before.plus(units.quantity());
            soFar.put(units.line(), after);
            reversed.add(difference(line.earning(), before, after, line.quantity()));
        }
        return reversed;
    }

    private static LineEarning difference(LineEarning earning, Quantity before, Quantity after, Quantity sold) {
        if (earning == null) return null;
        return new LineEarning(
                share(earning.baseMinor(), after, sold) - share(earning.baseMinor(), before, sold),
                share(earning.points(), after, sold) - share(earning.points(), before, sold));
    }

    private static long share(long amount, Quantity part, Quantity whole) {
        return share(amount, part.thousandths(), whole.thousandths());
    }

    private static long share(long amount, long part, long whole) {
        return BigInteger.valueOf(amount)
                .multiply(BigInteger.valueOf(part))
                .divide(BigInteger.valueOf(whole))
                .longValueExact();
    }

    /** The lot that was drawn last gets its points back first, so that what is left with the retailer expires first. */
    private static List<LotPart> givenBack(Participant<SaleState> aggregate, SaleRecorded sale, RefundedTender refund) {
        var tender = sale.tenders().stream()
                .filter(taken -> taken.number() == refund.tender())
                .findFirst()
                .orElseThrow();
        if (tender.type() != TenderType.POINTS) return List.of();
        var drawn = sale.drawn().stream()
                .filter(from -> from.tender() == tender.number())
                .flatMap(from -> from.parts().stream())
                .toList()
                .reversed();
        long points = drawn.stream().mapToLong(LotPart::amount).sum();
        long before = aggregate.invoke(sold -> sold.refundedOf(tender.number()));
        long from = share(points, before, tender.amountMinor());
        long to = share(points, before + refund.amountMinor(), tender.amountMinor());
        return slice(drawn, from, to);
    }

    private static List<LotPart> slice(List<LotPart> parts, long from, long to) {
        var slice = new ArrayList<LotPart>();
        long passed = 0;
        for (var part : parts) {
            long amount = Math.min(to, passed + part.amount()) - Math.max(from, passed);
            if (amount > 0) slice.add(new LotPart(part.lot(), amount, part.expiresOn()));
            passed += part.amount();
        }
        return slice;
    }
}
