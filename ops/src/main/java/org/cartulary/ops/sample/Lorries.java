package org.cartulary.ops.sample;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.cartulary.command.kernel.Command;
import org.cartulary.command.transfer.TransferCommand.ApproveTransfer;
import org.cartulary.command.transfer.TransferCommand.Arrived;
import org.cartulary.command.transfer.TransferCommand.DispatchTransfer;
import org.cartulary.command.transfer.TransferCommand.ReceiveTransfer;
import org.cartulary.command.transfer.TransferCommand.RequestTransfer;
import org.cartulary.command.transfer.TransferCommand.Sent;
import org.cartulary.events.kernel.LocationId;
import org.cartulary.events.kernel.Quantity;
import org.cartulary.events.kernel.TransferId;
import org.cartulary.events.kernel.UnitPrice;
import org.cartulary.events.kernel.Uuid7;
import org.cartulary.events.transfer.LossOwner;
import org.cartulary.events.transfer.TransferLine;
import org.cartulary.ops.sample.Catalog.Product;

/** Takes goods of the made-up shop from the warehouse to the shops: two lorries are on the road, a third brought too little. */
final class Lorries {

    private static final long UNITS = 6;

    private final LocalDate today;
    private final List<Product> slowSellers;
    private final List<Command> commands = new ArrayList<>();

    /** @param products the last ones sell so slowly that the warehouse has enough of them */
    Lorries(LocalDate today, List<Product> products) {
        this.today = today;
        this.slowSellers = products.subList(products.size() - 6, products.size());
    }

    List<Command> commands(List<LocationId> shops) {
        send(shops.get(0), 1, slowSellers.subList(0, 2));
        send(shops.get(1), 2, slowSellers.subList(2, 4));
        receiveShort(send(shops.get(2), 4, slowSellers.subList(4, 6)));
        return commands;
    }

    private TransferId send(LocationId shop, int daysAgo, List<Product> products) {
        var asked = at(daysAgo, 10);
        var id = new TransferId(Uuid7.named(asked, "sample-transfer/" + shop));
        var lines = new ArrayList<TransferLine>();
        for (var product : products)
            lines.add(new TransferLine(lines.size() + 1, product.sku(), Quantity.of(UNITS), cost(product)));
        var due = today.minusDays(daysAgo).plusDays(2);
        commands.add(new RequestTransfer(id, SampleShop.WAREHOUSE, shop, lines, due, "the shop sells out soon", asked));
        commands.add(new ApproveTransfer(id, at(daysAgo, 11)));
        var sent = lines.stream()
                .map(line -> new Sent(line.number(), line.quantity()))
                .toList();
        commands.add(new DispatchTransfer(id, sent, "potter's van", null, null, at(daysAgo, 16)));
        return id;
    }

    /** Making it costs a third of its price. */
    private static UnitPrice cost(Product product) {
        return new UnitPrice(BigDecimal.valueOf(product.cents() / 3, 2));
    }

    /** One unit came in pieces, one was lost, and where another one is nobody knows yet: it stays in transit. */
    private void receiveShort(TransferId id) {
        var first = new Arrived(1, Quantity.of(UNITS - 2), Quantity.of(1), Quantity.of(1), null, null);
        var second = new Arrived(2, Quantity.of(UNITS - 1), null, null, null, null);
        commands.add(
                new ReceiveTransfer(id, List.of(first, second), LossOwner.CARRIER, "one crate was open", at(2, 9)));
    }

    private Instant at(int daysAgo, int hour) {
        return today.minusDays(daysAgo).atTime(hour, 0).atZone(SampleShop.ZONE).toInstant();
    }
}
