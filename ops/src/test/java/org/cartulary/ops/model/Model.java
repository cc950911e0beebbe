package org.cartulary.ops.model;

import java.util.List;
import org.cartulary.command.exchange.ExchangeCommand.RecordExchange;
import org.cartulary.command.finance.FinanceCommand.RecordFinancialAdjustment;
import org.cartulary.command.loyalty.LoyaltyCommand.AdjustPoints;
import org.cartulary.command.reservation.ReservationCommand.PlaceReservation;
import org.cartulary.command.reservation.ReservationCommand.ReleaseReservation;
import org.cartulary.command.returns.ReturnCommand.RecordReturn;
import org.cartulary.command.returns.ReturnCommand.RecordReturnWithoutReceipt;
import org.cartulary.command.returns.ReturnCommand.RefundAs;
import org.cartulary.command.sale.SaleCommand.RecordSale;
import org.cartulary.command.stock.StockCommand.AdjustStock;
import org.cartulary.command.stock.StockCommand.ReceiveGoods;
import org.cartulary.command.stock.StockCommand.ReclassifyStock;
import org.cartulary.command.stock.StockCommand.SetStockLevel;
import org.cartulary.command.storedvalue.StoredValueCommand.*;
import org.cartulary.command.transfer.TransferCommand;
import org.cartulary.events.kernel.ReturnId;
import org.cartulary.events.kernel.StoredValueId;
import org.cartulary.events.sale.TenderType;
import org.cartulary.events.stock.Condition;

/** What the accepted commands come to, one after the other, in the order in which the ledger took them. */
final class Model {

    final Shelves shelves = new Shelves();
    final Roads roads = new Roads(shelves);
    final Tills tills = new Tills();
    final Wallets wallets = new Wallets();
    final Points points = new Points();

    void apply(Done done) {
        switch (done.command()) {
            case ReceiveGoods c ->
                shelves.enter(c.stock(), Condition.SELLABLE, c.quantity().thousandths());
            case AdjustStock c ->
                shelves.enter(c.stock(), c.condition(), c.change().thousandths());
            case ReclassifyStock c -> {
                shelves.move(c.stock(), c.from(), -c.quantity().thousandths());
                shelves.move(c.stock(), c.to(), c.quantity().thousandths());
            }
            case SetStockLevel c ->
                shelves.enter(
                        c.stock(),
                        c.condition(),
                        c.level().thousandths() - c.believed().thousandths());
            case RecordFinancialAdjustment c -> tills.adjust(c.amount().amountMinor());
            case PlaceReservation c -> shelves.hold(c.reservation(), c.units());
            case ReleaseReservation c -> shelves.release(c.reservation());
            case RecordSale c -> sell(c);
            case RecordReturn c -> takeBack(c, 0);
            case RecordExchange c -> {
                takeBack(c.returned(), c.sold().totalMinor());
                sell(c.sold());
            }
            case RecordReturnWithoutReceipt c -> takeBack(c);
            case TransferCommand c -> roads.apply(c);
            case IssueStoredValue c -> wallets.load(c.account(), c.amountMinor());
            case LoadStoredValue c -> wallets.load(c.account(), c.amountMinor());
            case AdjustPoints c -> points.adjust(c.customer(), c.points());
            case BlockStoredValue c -> wallets.block(c.account());
            case UnblockStoredValue c -> wallets.unblock(c.account());
            default -> {}
        }
    }

    /** Cards are paid from before lines of the same sale load them. */
    private void sell(RecordSale c) {
        var taken = tills.sell(c, shelves.sell(c));
        for (int i = 0; i < taken.size(); i++) {
            var tender = c.tenders().get(i);
            if (taken.get(i) > 0 && isWallet(tender.type()))
                wallets.spend(StoredValueId.of(tender.reference()), taken.get(i));
        }
        earn(c, taken);
        for (var line : c.lines())
            if (line.card() != null)
                wallets.load(
                        line.card().account(),
                        line.unitPrice().value().movePointRight(2).longValueExact());
    }

    private void earn(RecordSale c, List<Long> taken) {
        if (c.programme() == null) return;
        long paid = 0;
        for (int i = 0; i < taken.size(); i++) if (c.tenders().get(i).type() == TenderType.POINTS) paid += taken.get(i);
        if (paid > 0) points.spend(c.customer(), paid);
        long total = taken.stream().mapToLong(Long::longValue).sum();
        points.earn(c.sale(), c.customer(), tills.earningNets(c.sale()), total, paid);
    }

    private static boolean isWallet(TenderType type) {
        return type == TenderType.GIFT_CARD || type == TenderType.STORED_CREDIT;
    }

    /** Rule book, "Tenders": to the original tenders; what can't go back becomes stored credit. */
    private void refund(RecordReturn c, int tender, long cents) {
        var type = tills.type(c.sale(), tender);
        if (cents == 0) return;
        if (type == TenderType.POINTS) {
            points.giveBack(points.customerOf(c.sale()), cents);
            tills.payOut(type, cents);
        } else if (c.refundAs() == RefundAs.CASH) tills.payOut(TenderType.CASH, cents);
        else if (isWallet(type)) refund(c, StoredValueId.of(tills.reference(c.sale(), tender)), type, cents);
        else if (c.refundAs() == RefundAs.STORED_CREDIT || type == TenderType.EXCHANGE) credit(c.returnId(), cents);
        else tills.payOut(type, cents);
    }

    /** What the last tenders had paid is exchanged, and no longer refunded. */
    private void exchange(RecordReturn c, List<Long> refunds, long owed) {
        long left = owed;
        for (int i = refunds.size() - 1; i >= 0; i--) {
            if (tills.type(c.sale(), i) == TenderType.POINTS) continue;
            long credit = Math.min(left, refunds.get(i));
            left -= credit;
            refunds.set(i, refunds.get(i) - credit);
            tills.payOut(TenderType.EXCHANGE, credit);
        }
    }

    private void refund(RecordReturn c, StoredValueId account, TenderType type, long cents) {
        if (wallets.takesRefunds(account)) {
            wallets.giveBack(account, cents);
            tills.payOut(type, cents);
        } else credit(c.returnId(), cents);
    }

    private void credit(ReturnId returnId, long cents) {
        wallets.giveBack(new StoredValueId(returnId.value()), cents);
        tills.payOut(TenderType.STORED_CREDIT, cents);
    }

    /** @param owed what other goods cost, which what comes back pays first; points do not */
    private void takeBack(RecordReturn c, long owed) {
        long before = points.dueBack(c.sale(), tills.soldOf(c.sale()), tills.backOf(c.sale()));
        var refunds = tills.takeBack(c.sale(), c.lines());
        points.reverse(c.sale(), points.dueBack(c.sale(), tills.soldOf(c.sale()), tills.backOf(c.sale())) - before);
        exchange(c, refunds, owed);
        for (int i = 0; i < refunds.size(); i++) refund(c, i, refunds.get(i));
        for (var line : c.lines())
            if (!tills.isService(c.sale(), line.saleLine()))
                shelves.takeBack(
                        c.location(), tills.sku(c.sale(), line.saleLine()), line.quantity(), line.disposition());
    }

    private void takeBack(RecordReturnWithoutReceipt c) {
        for (var line : c.lines()) {
            long cents = line.unitPrice().value().movePointRight(2).longValueExact()
                    * line.quantity().thousandths()
                    / 1_000;
            tills.returnWithoutReceipt(cents);
            credit(c.returnId(), cents);
            shelves.takeBack(c.location(), line.sku(), line.quantity(), line.disposition());
        }
    }
}
