package org.cartulary.ops.model;

import org.cartulary.command.exchange.ExchangeCommand.RecordExchange;
import org.cartulary.command.kernel.Command;
import org.cartulary.command.reservation.ReservationCommand.PlaceReservation;
import org.cartulary.command.sale.SaleCommand.RecordSale;
import org.cartulary.command.storedvalue.StoredValueCommand.IssueStoredValue;
import org.cartulary.command.transfer.TransferCommand.RequestTransfer;
import org.cartulary.events.kernel.StoredValueId;
import org.cartulary.events.storedvalue.AccountKind;

/** What has been granted to anybody so far, and may be asked about further. */
final class Acquaintances {

    final Pool<RecordSale> sales = new Pool<>();
    final Pool<PlaceReservation> reservations = new Pool<>();
    final Pool<RequestTransfer> transfers = new Pool<>();
    final Pool<Wallet> wallets = new Pool<>();

    record Wallet(StoredValueId account, AccountKind kind) {}

    void learn(Command granted) {
        if (granted instanceof RecordSale sale) {
            sales.add(sale);
            for (var line : sale.lines())
                if (line.card() != null) wallets.add(new Wallet(line.card().account(), AccountKind.GIFT_CARD));
        }
        if (granted instanceof RecordExchange exchange) sales.add(exchange.sold());
        if (granted instanceof IssueStoredValue issued) wallets.add(new Wallet(issued.account(), issued.kind()));
        if (granted instanceof PlaceReservation placed) reservations.add(placed);
        if (granted instanceof RequestTransfer asked) transfers.add(asked);
    }
}
