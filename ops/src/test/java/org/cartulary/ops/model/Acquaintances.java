package org.cartulary.ops.model;

import org.cartulary.command.kernel.Command;
import org.cartulary.command.reservation.ReservationCommand.PlaceReservation;
import org.cartulary.command.sale.SaleCommand.RecordSale;
import org.cartulary.command.transfer.TransferCommand.RequestTransfer;

/** What has been granted to anybody so far, and may be asked about further. */
final class Acquaintances {

    final Pool<RecordSale> sales = new Pool<>();
    final Pool<PlaceReservation> reservations = new Pool<>();
    final Pool<RequestTransfer> transfers = new Pool<>();

    void learn(Command granted) {
        if (granted instanceof RecordSale sale) sales.add(sale);
        if (granted instanceof PlaceReservation placed) reservations.add(placed);
        if (granted instanceof RequestTransfer asked) transfers.add(asked);
    }
}
