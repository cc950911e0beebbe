package org.cartulary.command.exchange;

import static org.cartulary.command.kernel.CommandRejected.require;

import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.cartulary.command.exchange.ExchangeCommand.RecordExchange;
import org.cartulary.command.kernel.CommandHandling;
import org.cartulary.command.returns.ReturnPosting;
import org.cartulary.command.sale.SalePosting;
import org.cartulary.events.MayBeAbsent;
import org.cartulary.events.returns.Refund;
import org.cartulary.events.returns.ReturnLine;
import org.cartulary.events.sale.SaleEarning;
import org.cartulary.events.sale.Tender;
import org.cartulary.events.sale.TenderType;

/**
 * Records an exchange: first the return, then the sale on the state that the return leaves, so that what has just come back can
 * go out again. Both are in one append; where the sale is refused, the return is undone.
 */
public final class ExchangePosting implements CommandHandling {

    private final ReturnPosting returns;
    private final SalePosting sales;

    public ExchangePosting(ReturnPosting returns, SalePosting sales) {
        this.returns = returns;
        this.sales = sales;
    }

    /**
     * The settlement, which the ledger works out.
     *
     * @param creditMinor what the goods that come back pay of those that go out
     * @param refunds what goes back to the customer beyond that, and the credit
     * @param earning what the sale earned; absent outside a loyalty programme
     */
    public record Exchanged(
            long creditMinor,
            List<Refund> refunds,
            @MayBeAbsent SaleEarning earning) {}

    @CommandHandler
    public Exchanged handle(RecordExchange c) {
        var refunded = returns.exchange(c.returned(), c.sold().sale(), c.sold().totalMinor());
        long credit = sum(refunded.refunds().stream()
                .filter(refund -> refund.type() == TenderType.EXCHANGE)
                .toList());
        long worth = refunded.lines().stream().mapToLong(ReturnLine::grossMinor).sum();
        require(
                !c.even() || worth == c.sold().totalMinor(),
                ExchangeRejection.EXCHANGE_NOT_EVEN,
                "what comes back is worth " + worth + ", what goes out "
                        + c.sold().totalMinor());
        requireCredit(c, credit);
        var sold = sales.exchange(c.sold());
        return new Exchanged(credit, refunded.refunds(), sold == null ? null : sold.earning());
    }

    private static void requireCredit(RecordExchange c, long credit) {
        var reference = c.returned().returnId().toString();
        var given = c.sold().tenders().stream()
                .filter(tender -> tender.type() == TenderType.EXCHANGE)
                .toList();
        boolean right = given.stream().allMatch(tender -> reference.equals(tender.reference()))
                && given.stream().mapToLong(Tender::amountMinor).sum() == credit;
        require(
                right,
                ExchangeRejection.EXCHANGE_CREDIT_DIFFERS,
                "what comes back pays " + credit + " by a tender of type EXCHANGE with the reference " + reference);
    }

    private static long sum(List<Refund> refunds) {
        return refunds.stream().mapToLong(Refund::amountMinor).sum();
    }
}
