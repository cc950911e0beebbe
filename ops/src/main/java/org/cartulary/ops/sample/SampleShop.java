package org.cartulary.ops.sample;

import static org.cartulary.ops.sample.Baskets.CURRENCY;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.cartulary.command.kernel.Command;
import org.cartulary.command.location.LocationCommand.RegisterLocation;
import org.cartulary.command.product.ProductCommand.RegisterProduct;
import org.cartulary.command.reservation.ReservationCommand.PlaceReservation;
import org.cartulary.command.returns.ReturnCommand;
import org.cartulary.command.returns.ReturnCommand.RecordReturn;
import org.cartulary.command.sale.SaleCommand.RecordSale;
import org.cartulary.command.stock.StockCommand.AdjustStock;
import org.cartulary.command.stock.StockCommand.ReceiveGoods;
import org.cartulary.command.stock.StockCommand.SetSafetyStock;
import org.cartulary.events.kernel.ChannelId;
import org.cartulary.events.kernel.Country;
import org.cartulary.events.kernel.LocationId;
import org.cartulary.events.kernel.Quantity;
import org.cartulary.events.kernel.QuantityChange;
import org.cartulary.events.kernel.ReservationId;
import org.cartulary.events.kernel.ReturnId;
import org.cartulary.events.kernel.Uuid7;
import org.cartulary.events.product.ProductEvent.Kind;
import org.cartulary.events.reservation.ReservationEvent.Units;
import org.cartulary.events.returns.Disposition;
import org.cartulary.events.stock.Condition;
import org.cartulary.events.stock.StockId;
import org.cartulary.ops.sample.Catalog.Product;

/**
 * A potter with three shops, a warehouse and a web shop, and some days of trade up to yesterday: sales, returns, breakage,
 * carts, lorries, gift cards, customers with points, and a few wishes that can't be granted. All of it is made up; the same day gives the same trade.
 */
final class SampleShop {

    static final int DAYS = 6;
    static final ZoneId ZONE = ZoneId.of("Europe/Lisbon");
    static final LocationId WAREHOUSE = LocationId.of("COIMBRA");
    static final ChannelId WEB = ChannelId.of("web");
    static final ChannelId TILL = ChannelId.of("till");
    private static final List<LocationId> SHOPS =
            List.of(LocationId.of("LISBON"), LocationId.of("PORTO"), LocationId.of("FARO"));

    private final LocalDate today;
    private final SplittableRandom random = new SplittableRandom(20_261_123);
    private final List<Product> products = Catalog.products();
    private final Baskets baskets = new Baskets(random, products);
    private final List<Command> commands = new ArrayList<>();

    private SampleShop(LocalDate today) {
        this.today = today;
    }

    static List<Command> commands(LocalDate today) {
        var shop = new SampleShop(today);
        shop.open(shop.at(today.minusDays(DAYS), 7, 0));
        for (int ago = DAYS - 1; ago >= 1; ago--) shop.trade(today.minusDays(ago));
        shop.openCarts(shop.at(today.minusDays(1), 20, 0));
        var slowSeller = shop.products.getLast();
        shop.commands.addAll(GiftCards.commands(SHOPS, slowSeller, shop.at(today.minusDays(1), 18, 0)));
        shop.commands.addAll(new Lorries(today, shop.products).commands(SHOPS));
        return List.copyOf(shop.commands);
    }

    private void open(Instant at) {
        for (var shop : SHOPS) commands.add(location(shop, "Shop " + shop, at));
        commands.add(location(WAREHOUSE, "Warehouse and web shop", at));
        for (var product : products)
            commands.add(new RegisterProduct(
                    product.sku(),
                    product.name(),
                    Kind.GOODS,
                    "EA",
                    0,
                    List.of(product.gtin()),
                    product.category(),
                    at));
        commands.add(GiftCards.product(at));
        commands.addAll(Members.commands(at));
        for (var product : products) {
            for (var shop : SHOPS) receive(shop, product, 12 + random.nextInt(10), at);
            receive(WAREHOUSE, product, 60, at);
            commands.add(new SetSafetyStock(new StockId(WAREHOUSE, product.sku()), WEB, Quantity.of(3), at));
        }
    }

    private static RegisterLocation location(LocationId location, String name, Instant at) {
        return new RegisterLocation(
                location, name, Country.of("PT"), ZONE, LocalTime.of(3, 0), CURRENCY, null, null, null, at);
    }

    private void receive(LocationId location, Product product, int units, Instant at) {
        commands.add(new ReceiveGoods(new StockId(location, product.sku()), Quantity.of(units), "KILN-1", at));
    }

    private void trade(LocalDate day) {
        for (int sale = 0; sale < 24; sale++) {
            for (var shop : SHOPS) sell(shop, TILL, at(day, 9 + sale * 10 / 24, random.nextInt(60)));
            sell(WAREHOUSE, WEB, at(day, sale, random.nextInt(60)));
        }
        breakage(at(day, 19, 30));
    }

    private void sell(LocationId location, ChannelId channel, Instant at) {
        var sale = baskets.sale(location, channel, at, commands.size());
        commands.add(sale);
        if (random.nextInt(20) == 0) takeBack(sale, at.plusSeconds(3 * 3_600));
    }

    private void takeBack(RecordSale sale, Instant at) {
        var line = new ReturnCommand.Line(
                1,
                1,
                Quantity.of(1),
                random.nextInt(4) == 0 ? Disposition.DAMAGED : Disposition.RESTOCK,
                false,
                "unwanted");
        var id = new ReturnId(Uuid7.named(at, "sample-return/" + commands.size()));
        var shop = SHOPS.get(random.nextInt(SHOPS.size()));
        commands.add(new RecordReturn(id, sale.sale(), shop, TILL, null, List.of(line), 0, null, at));
    }

    private void breakage(Instant at) {
        var stock = new StockId(
                SHOPS.get(random.nextInt(SHOPS.size())),
                products.get(random.nextInt(50)).sku());
        commands.add(new AdjustStock(stock, Condition.SELLABLE, QuantityChange.parse("-1"), "broken on the shelf", at));
    }

    private void openCarts(Instant at) {
        for (int cart = 0; cart < 8; cart++) {
            var id = new ReservationId(Uuid7.named(at, "sample-cart/" + cart));
            var units = List.of(
                    new Units(new StockId(WAREHOUSE, products.get(cart * 6).sku()), Quantity.of(2)));
            var until = at(today.plusDays(2), 12, 0);
            commands.add(new PlaceReservation(id, "cart-" + cart, WEB, units, until, false, at));
        }
    }

    private Instant at(LocalDate day, int hour, int minute) {
        return day.atTime(hour, minute).atZone(ZONE).toInstant();
    }
}
