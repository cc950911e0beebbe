package org.cartulary.ops.model;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.cartulary.command.kernel.Command;
import org.cartulary.command.location.LocationCommand.RegisterLocation;
import org.cartulary.command.loyalty.LoyaltyCommand.EnrolCustomer;
import org.cartulary.command.loyalty.ProgrammeCommand.SetProgrammeTerms;
import org.cartulary.command.product.ProductCommand.RegisterProduct;
import org.cartulary.command.stock.StockCommand.ReceiveGoods;
import org.cartulary.events.kernel.ChannelId;
import org.cartulary.events.kernel.Country;
import org.cartulary.events.kernel.CurrencyCode;
import org.cartulary.events.kernel.CustomerId;
import org.cartulary.events.kernel.LocationId;
import org.cartulary.events.kernel.ProgrammeId;
import org.cartulary.events.kernel.Quantity;
import org.cartulary.events.kernel.Sku;
import org.cartulary.events.loyalty.*;
import org.cartulary.events.product.ProductEvent.Kind;
import org.cartulary.events.stock.StockId;

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

    static final ProgrammeId CLUB = ProgrammeId.of("CLUB");

    static final long OPENING_UNITS = 25;

    private Town() {}

    static List<Command> opening(Instant at) {
        var commands = new ArrayList<Command>();
        for (var location : LOCATIONS)
            commands.add(new RegisterLocation(
                    location, "Shop", Country.of("PT"), ZoneOffset.UTC, null, EUR, null, null, null, at));
        for (var sku : SKUS) commands.add(new RegisterProduct(sku, "Product", Kind.GOODS, "EA", 0, List.of(), at));
        for (var location : LOCATIONS)
            for (var sku : SKUS)
                commands.add(new ReceiveGoods(new StockId(location, sku), Quantity.of(OPENING_UNITS), "opening", at));
        commands.add(new RegisterProduct(POSTAGE, "Postage", Kind.SERVICE, "EA", 0, List.of(), at));
        commands.add(new RegisterProduct(GIFT_CARD, "Gift card", Kind.GIFT_CARD, "EA", 0, List.of(), at));
        commands.add(club(at));
        for (var customer : CUSTOMERS) commands.add(new EnrolCustomer(CLUB, customer, at));
        return commands;
    }

    /** A point per euro, worth a cent, for a year. */
    private static SetProgrammeTerms club(Instant at) {
        return new SetProgrammeTerms(
                CLUB,
                LocalDate.parse("2025-01-01"),
                ZoneOffset.UTC,
                EUR,
                List.of(new EarningRule(null, null, 1, 100)),
                0,
                PointsRounding.FLOOR,
                365,
                Pending.HAND_OVER,
                0,
                new PointsWorth(1, 1),
                0,
                500,
                List.of(new Tier("SILVER", 100_000), new Tier("GOLD", 500_000)),
                365,
                at);
    }

    private static List<String> named(int count, String prefix) {
        return IntStream.rangeClosed(1, count).mapToObj(i -> prefix + i).toList();
    }
}
