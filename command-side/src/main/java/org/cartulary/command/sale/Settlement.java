package org.cartulary.command.sale;

import static org.cartulary.command.kernel.CommandRejected.require;

import java.util.ArrayList;
import java.util.List;
import org.cartulary.events.sale.Tender;
import org.cartulary.events.sale.TenderType;

/**
 * How a total is settled: {@code sum(tenders) - change = total + cashRounding}, exactly, in minor units. Source: rule book,
 * "Tenders".
 */
record Settlement(List<Tender> tenders, long changeMinor, long cashRoundingMinor) {

    /** @throws org.cartulary.command.kernel.CommandRejected with a {@link SaleRejection} */
    void check(long totalMinor, long cashIncrementMinor) {
        tenders.forEach(ValueOfSale::requireAccount);
        requireNonCashWithinDue(totalMinor);
        long cash = sum(TenderType.CASH);
        long dueInCash = totalMinor - nonCash();
        long rounding = isInCash() ? Coins.rounding(dueInCash, cashIncrementMinor) : 0;
        require(
                rounding == cashRoundingMinor,
                SaleRejection.CASH_ROUNDING_DIFFERS,
                dueInCash + " in cash is rounded by " + rounding + ", given was " + cashRoundingMinor);
        require(changeMinor == 0 || isInCash(), SaleRejection.CHANGE_WITHOUT_CASH, "change is given only for cash");
        require(
                changeMinor <= cash && cash - changeMinor == dueInCash + rounding,
                SaleRejection.TENDERS_DO_NOT_SETTLE,
                "tenders of " + (cash + nonCash()) + " less change of " + changeMinor + " do not settle "
                        + (totalMinor + rounding));
    }

    /** The same tenders for less: in their sequence each takes what is still due, and cash gives more change. */
    Settlement reducedTo(long totalMinor, long cashIncrementMinor) {
        var taken = new ArrayList<Tender>();
        long due = totalMinor;
        for (var tender : tenders) {
            long amount = tender.type() == TenderType.CASH ? tender.amountMinor() : Math.min(due, tender.amountMinor());
            due -= Math.min(due, amount);
            if (amount > 0 || tender.type() == TenderType.CASH) taken.add(with(tender, taken.size() + 1, amount));
        }
        var reduced = new Settlement(taken, 0, 0);
        long cash = reduced.sum(TenderType.CASH);
        long dueInCash = totalMinor - reduced.nonCash();
        long rounding = reduced.isInCash() ? Coins.rounding(dueInCash, cashIncrementMinor) : 0;
        return new Settlement(taken, Math.max(0, cash - dueInCash - rounding), rounding);
    }

    /** Outside an exchange nothing comes back that could pay. @throws org.cartulary.command.kernel.CommandRejected */
    void requireNoExchange() {
        for (var tender : tenders)
            require(
                    tender.type() != TenderType.EXCHANGE,
                    SaleRejection.TENDER_NOT_ACCEPTED,
                    "tender " + tender.number() + ": nothing comes back with this sale");
    }

    private void requireNonCashWithinDue(long totalMinor) {
        long due = totalMinor;
        for (var tender : tenders) {
            boolean cash = tender.type() == TenderType.CASH;
            require(
                    cash || tender.amountMinor() <= due,
                    SaleRejection.NON_CASH_EXCEEDS_DUE,
                    "tender " + tender.number() + " takes " + tender.amountMinor() + ", due are " + due);
            due -= Math.min(due, tender.amountMinor());
        }
    }

    /** Also with a cash tender of nothing: then the rest was rounded away. */
    private boolean isInCash() {
        return tenders.stream().anyMatch(tender -> tender.type() == TenderType.CASH);
    }

    private long nonCash() {
        return tenders.stream().mapToLong(Tender::amountMinor).sum() - sum(TenderType.CASH);
    }

    private long sum(TenderType type) {
        return tenders.stream()
                .filter(tender -> tender.type() == type)
                .mapToLong(Tender::amountMinor)
                .sum();
    }

    private static Tender with(Tender tender, int number, long amount) {
        return new Tender(number, tender.type(), amount, tender.reference(), tender.lastFour());
    }
}
