package org.cartulary.ops.model;

import org.cartulary.command.reservation.ReservationCommand.PlaceReservation;
import org.cartulary.command.reservation.ReservationCommand.ReleaseReservation;
import org.cartulary.command.returns.ReturnCommand.RecordReturn;
import org.cartulary.command.returns.ReturnCommand.RecordReturnWithoutReceipt;
import org.cartulary.command.sale.SaleCommand.RecordSale;
import org.cartulary.command.stock.StockCommand.AdjustStock;
import org.cartulary.command.stock.StockCommand.ReceiveGoods;
import org.cartulary.command.stock.StockCommand.ReclassifyStock;
import org.cartulary.command.transfer.TransferCommand;
import org.cartulary.events.stock.Condition;

/** What the accepted commands come to, one after the other, in the order in which the ledger took them. */
final class Model {

    final Shelves shelves = new Shelves();
    final Roads roads = new Roads(shelves);
    final Tills tills = new Tills();

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
            case PlaceReservation c -> shelves.hold(c.reservation(), c.units());
            case ReleaseReservation c -> shelves.release(c.reservation());
            case RecordSale c -> tills.sell(c, shelves.sell(c));
            case RecordReturn c -> takeBack(c);
            case RecordReturnWithoutReceipt c -> takeBack(c);
            case TransferCommand c -> roads.apply(c);
            default -> {}
        }
    }

    private void takeBack(RecordReturn c) {
        var refunds = tills.takeBack(c.sale(), c.lines());
        for (int i = 0; i < refunds.size(); i++) tills.payOut(tills.type(c.sale(), i), refunds.get(i));
        for (var line : c.lines())
            if (!tills.isService(c.sale(), line.saleLine()))
                shelves.takeBack(
                        c.location(), tills.sku(c.sale(), line.saleLine()), line.quantity(), line.disposition());
    }

    private void takeBack(RecordReturnWithoutReceipt c) {
        for (var line : c.lines()) {
            tills.returnWithoutReceipt(line.unitPrice().value().movePointRight(2).longValueExact()
                    * line.quantity().thousandths()
                    / 1_000);
            shelves.takeBack(c.location(), line.sku(), line.quantity(), line.disposition());
        }
    }
}
