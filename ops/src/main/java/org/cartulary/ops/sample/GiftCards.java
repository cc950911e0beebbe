package org.cartulary.ops.sample;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.cartulary.command.kernel.Command;
import org.cartulary.command.product.ProductCommand.RegisterProduct;
import org.cartulary.command.sale.SaleCommand.CardLoad;
import org.cartulary.command.sale.SaleCommand.Line;
import org.cartulary.command.sale.SaleCommand.RecordSale;
import org.cartulary.events.kernel.LocationId;
import org.cartulary.events.kernel.Quantity;
import org.cartulary.events.kernel.SaleId;
import org.cartulary.events.kernel.Sku;
import org.cartulary.events.kernel.StoredValueId;
import org.cartulary.events.kernel.UnitPrice;
import org.cartulary.events.kernel.Uuid7;
import org.cartulary.events.product.ProductEvent.Kind;
import org.cartulary.events.sale.Handover;
import org.cartulary.events.sale.TaxMode;
import org.cartulary.events.sale.Tender;
import org.cartulary.events.sale.TenderType;
import org.cartulary.ops.sample.Catalog.Product;

/** Gift cards of the made-up shop: three are sold, and one of them pays for something in another shop. */
final class GiftCards {

    private static final Sku SKU = Sku.of("GIFT-CARD");
    private static final long CENTS = 5_000;

    private GiftCards() {}

    static Command product(Instant at) {
        return new RegisterProduct(SKU, "Gift card", Kind.GIFT_CARD, "EA", 0, List.of(), at);
    }

    /** @param slowSeller something that surely is on the shelf */
    static List<Command> commands(List<LocationId> shops, Product slowSeller, Instant at) {
        var commands = new ArrayList<Command>();
        for (var shop : shops) commands.add(sold(shop, at));
        commands.add(redeemed(shops.getFirst(), account(shops.getLast(), at), slowSeller, at.plusSeconds(3_600)));
        return commands;
    }

    private static RecordSale sold(LocationId shop, Instant at) {
        var line = new Line(
                1,
                SKU,
                null,
                null,
                Quantity.of(1),
                new UnitPrice(BigDecimal.valueOf(CENTS, 2)),
                0,
                0,
                List.of(),
                null,
                new CardLoad(account(shop, at), null));
        return sale(shop, line, CENTS, new Tender(1, TenderType.CARD, CENTS, "tok-gift", "0007"), at);
    }

    private static RecordSale redeemed(LocationId shop, StoredValueId card, Product product, Instant at) {
        var price = new UnitPrice(BigDecimal.valueOf(product.cents(), 2));
        var line = new Line(1, product.sku(), null, null, Quantity.of(1), price, 0, 0, List.of());
        var tender = new Tender(1, TenderType.GIFT_CARD, product.cents(), card.toString(), null);
        return sale(shop, line, product.cents(), tender, at);
    }

    private static RecordSale sale(LocationId shop, Line line, long total, Tender tender, Instant at) {
        return new RecordSale(
                new SaleId(Uuid7.named(at, "sample-gift-card-sale/" + shop + "/" + tender.type())),
                shop,
                SampleShop.TILL,
                null,
                null,
                null,
                null,
                Baskets.CURRENCY,
                TaxMode.INCLUSIVE_PER_LINE,
                Handover.COUNTER,
                List.of(line),
                0,
                total,
                List.of(tender),
                0,
                0,
                false,
                at);
    }

    private static StoredValueId account(LocationId shop, Instant at) {
        return new StoredValueId(Uuid7.named(at, "sample-gift-card/" + shop));
    }
}
