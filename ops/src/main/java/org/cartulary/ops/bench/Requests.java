package org.cartulary.ops.bench;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.cartulary.command.api.CommandEndpoints;
import org.cartulary.command.catalogue.CommandCatalogue;
import org.cartulary.command.stock.StockCommand.ReceiveGoods;
import org.cartulary.events.kernel.CustomerId;
import org.cartulary.events.kernel.SaleId;
import org.cartulary.events.kernel.Sku;
import org.cartulary.events.kernel.Uuid7;
import org.cartulary.ops.bench.http.Messages;
import org.cartulary.ops.bench.http.Template;

/** The bytes of the requests that the loads over HTTP send, made by copying, so that the clients cost little. */
final class Requests {

    /** Commands in a bulk request. */
    static final int BULK = 1_000;

    private static final String SALES = "/v1/sales";
    private static final List<String> SKUS = List.of("SKU-ONE", "SKU-TWO", "SKU-THREE");
    private static final String CUSTOMER = "SOMEBODY";
    private static final String KEY = "SOME-KEY";

    private final Messages messages;
    private final byte[] noOp;
    private final Template checkout;
    private final Template single;
    private final Template receipt;

    Requests(Messages messages) {
        this.messages = messages;
        this.noOp = messages.get(MeasuredService.NO_OP);
        var sale = new SaleId(Uuid7.random());
        var customer = CustomerId.of(CUSTOMER);
        checkout = Template.of(
                Loads.loyal(SKUS.stream().map(Sku::of).toList(), customer, sale),
                List.of(SKUS.get(0), SKUS.get(1), SKUS.get(2), CUSTOMER, sale.toString()));
        single = Template.of(Loads.single(Sku.of(SKUS.getFirst()), sale), List.of(SKUS.getFirst(), sale.toString()));
        var item = Map.of(
                "name", CommandCatalogue.name(ReceiveGoods.class), "key", KEY, "command", Assortment.receipt(0, 1));
        receipt = Template.of(item, List.of(Assortment.sku(0).value(), KEY));
    }

    /** Of what costs nothing. */
    byte[] noOp() {
        return noOp;
    }

    /** Three lines, two tenders, and points. */
    byte[] checkout() {
        return checkout(Assortment.customer(ThreadLocalRandom.current().nextInt(Assortment.CUSTOMERS)));
    }

    byte[] checkout(CustomerId customer) {
        var skus = Loads.skus();
        var id = Uuid7.random().toString();
        var body = checkout.with(
                skus.get(0).value(), skus.get(1).value(), skus.get(2).value(), customer.value(), id);
        return messages.post(SALES, id, ascii(body));
    }

    /** One unit of this item. */
    byte[] single(String sku) {
        var id = Uuid7.random().toString();
        return messages.post(SALES, id, ascii(single.with(sku, id)));
    }

    /** Receipts on all of the shelves, each decided for itself. */
    byte[] bulk() {
        var body = new StringBuilder(BULK * 300).append("{\"commands\":[");
        for (int i = 0; i < BULK; i++) body.append(i == 0 ? "" : ",").append(receipt());
        return messages.post(
                CommandEndpoints.BULK,
                null,
                ascii(body.append("],\"parallel\":true}").toString()));
    }

    /** What one item has over all locations. */
    byte[] availability() {
        return messages.get("/v1/availability/" + anySku());
    }

    /** A page of what was sold of each item in each month. */
    byte[] salesByMonth() {
        return messages.get("/v1/analysis/sales?by=month&group=sku");
    }

    private String receipt() {
        return receipt.with(anySku(), Uuid7.random().toString());
    }

    private static String anySku() {
        return Assortment.sku(ThreadLocalRandom.current().nextInt(Assortment.SHELVES))
                .value();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
