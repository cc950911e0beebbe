package org.cartulary.ops.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.cartulary.command.kernel.Command;
import org.cartulary.command.location.LocationCommand.RegisterLocation;
import org.cartulary.command.product.ProductCommand.RegisterProduct;
import org.cartulary.events.kernel.ChannelId;
import org.cartulary.events.kernel.Country;
import org.cartulary.events.kernel.CurrencyCode;
import org.cartulary.events.kernel.CustomerId;
import org.cartulary.events.kernel.LocationId;
import org.cartulary.events.kernel.Sku;
import org.cartulary.events.product.ProductEvent.Kind;

/** Where the run plays: ten locations, a hundred products, one service, fifty customers. */
final class Town {

    static final CurrencyCode EUR = CurrencyCode.of("EUR");
    static final ChannelId TILL = ChannelId.of("till");
    static final Sku POSTAGE = Sku.of("POSTAGE");
    static final Sku GIFT_CARD = Sku.of("GIFT-CARD");

    static final List<LocationId> LOCATIONS =
            named(10, "SHOP-").stream().map(LocationId::of).toList();
    static final List<Sku> SKUS = named(100, "SKU-").stream().map(Sku::of).toList();
    static final List<CustomerId> CUSTOMERS =
            named(50, "customer-").stream().map(CustomerId::of).toList();

    private Town() {}

    static List<Command> opening(Instant at) {
        var commands = new ArrayList<Command>();
        for (var location : LOCATIONS)
            commands.add(new RegisterLocation(
                    location, "Shop", Country.of("PT"), java.time.ZoneOffset.UTC, null, EUR, null, null, null, at));
        for (var sku : SKUS)
            commands.add(new RegisterProduct(sku, "Product", Kind.GOODS, "EA", 0, List.of(), at));
        commands.add(new RegisterProduct(POSTAGE, "Postage", Kind.SERVICE, "EA", 0, List.of(), at));
        commands.add(new RegisterProduct(GIFT_CARD, "Gift card", Kind.GIFT_CARD, "EA", 0, List.of(), at));
        return commands;
    }

    private static List<String> named(int count, String prefix) {
        return IntStream.rangeClosed(1, count).mapToObj(i -> prefix + i).toList();
    }
}
