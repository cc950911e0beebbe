package org.cartulary.ops.bench;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import org.cartulary.command.kernel.Command;
import org.cartulary.command.location.LocationCommand.RegisterLocation;
import org.cartulary.command.product.ProductCommand.RegisterProduct;
import org.cartulary.command.sale.SaleCommand.Line;
import org.cartulary.command.sale.SaleCommand.RecordSale;
import org.cartulary.command.stock.StockCommand.ReceiveGoods;
import org.cartulary.events.kernel.ChannelId;
import org.cartulary.events.kernel.Country;
import org.cartulary.events.kernel.CurrencyCode;
import org.cartulary.events.kernel.LocationId;
import org.cartulary.events.kernel.Quantity;
import org.cartulary.events.kernel.SaleId;
import org.cartulary.events.kernel.Sku;
import org.cartulary.events.kernel.UnitPrice;
import org.cartulary.events.kernel.Uuid7;
import org.cartulary.events.sale.Tender;
import org.cartulary.events.sale.TenderType;
import org.cartulary.events.stock.StockId;

/** The loads that the benchmark knows. */
final class Scenarios {

    private static final LocationId LOCATION = LocationId.of("BENCH");
    private static final CurrencyCode EUR = CurrencyCode.of("EUR");
    private static final int SHELVES = 1_000;

    private Scenarios() {}

    static List<Scenario> all() {
        return List.of(
                new Receipts("receipt", "one event on one of 1,000 shelves, and its record", SHELVES),
                new Receipts("hot-receipt", "one event on the same shelf, and its record", 1),
                new Checkouts(
                        "checkout", "a sale of three lines: four events on four streams, and its record", SHELVES),
                new Checkouts("hot-checkout", "the same three shelves in every sale", 3));
    }

    private static List<Command> assortment(int shelves) {
        var commands = new ArrayList<Command>();
        commands.add(new RegisterLocation(
                LOCATION, "Benchmark", Country.of("PT"), ZoneId.of("UTC"), null, EUR, null, null, null, Instant.now()));
        for (int i = 0; i < shelves; i++) {
            commands.add(new RegisterProduct(sku(i), "Item " + i, null, null, null, null, Instant.now()));
            commands.add(receipt(i, 100_000_000));
        }
        return commands;
    }

    private static Sku sku(int number) {
        return Sku.of("ITEM-" + number);
    }

    private static ReceiveGoods receipt(int shelf, long units) {
        return new ReceiveGoods(new StockId(LOCATION, sku(shelf)), Quantity.of(units), "bench", Instant.now());
    }

    private record Receipts(String name, String about, int shelves) implements Scenario {

        @Override
        public List<Command> preparation() {
            return assortment(shelves);
        }

        @Override
        public Command next() {
            return receipt(ThreadLocalRandom.current().nextInt(shelves), 1);
        }
    }

    private record Checkouts(String name, String about, int shelves) implements Scenario {

        private static final int LINES = 3;
        private static final long PRICE_CENTS = 250;

        @Override
        public List<Command> preparation() {
            return assortment(shelves);
        }

        @Override
        public Command next() {
            var chosen = ThreadLocalRandom.current()
                    .ints(0, shelves)
                    .distinct()
                    .limit(LINES)
                    .toArray();
            var lines = IntStream.range(0, LINES)
                    .mapToObj(i -> new Line(
                            i + 1, sku(chosen[i]), null, null, Quantity.of(1), UnitPrice.of("2.5"), 0, 0, List.of()))
                    .toList();
            long total = LINES * PRICE_CENTS;
            return new RecordSale(
                    new SaleId(Uuid7.random()),
                    LOCATION,
                    ChannelId.of("till"),
                    null,
                    null,
                    null,
                    null,
                    EUR,
                    null,
                    null,
                    lines,
                    0,
                    total,
                    List.of(new Tender(1, TenderType.CARD, total, "token", null)),
                    0,
                    0,
                    false,
                    Instant.now());
        }
    }
}
