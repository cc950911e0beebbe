package org.cartulary.ops.bench;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.HdrHistogram.Histogram;
import org.cartulary.command.kernel.Command;
import org.cartulary.command.location.LocationCommand.RegisterLocation;
import org.cartulary.command.product.ProductCommand.RegisterProduct;
import org.cartulary.command.returns.ReturnCommand.Line;
import org.cartulary.command.returns.ReturnCommand.RecordReturn;
import org.cartulary.command.sale.SaleCommand;
import org.cartulary.command.sale.SaleCommand.RecordSale;
import org.cartulary.command.stock.StockCommand.ReceiveGoods;
import org.cartulary.events.kernel.ChannelId;
import org.cartulary.events.kernel.Country;
import org.cartulary.events.kernel.CurrencyCode;
import org.cartulary.events.kernel.LocationId;
import org.cartulary.events.kernel.Quantity;
import org.cartulary.events.kernel.ReturnId;
import org.cartulary.events.kernel.SaleId;
import org.cartulary.events.kernel.Sku;
import org.cartulary.events.kernel.UnitPrice;
import org.cartulary.events.kernel.Uuid7;
import org.cartulary.events.sale.Tender;
import org.cartulary.events.sale.TenderType;
import org.cartulary.events.stock.StockId;

/**
 * How long it takes until goods that come back in one store are seen in the whole chain: from the answer to the return until a
 * read of the pooled availability, with the return's position, has shown the unit.
 */
final class ReturnedGoods {

    static final String NAME = "return-visible";

    private static final LocationId SELLER = LocationId.of("BENCH-WEB");
    private static final LocationId RECEIVER = LocationId.of("BENCH-SHOP");
    private static final ChannelId TILL = ChannelId.of("till");
    private static final CurrencyCode EUR = CurrencyCode.of("EUR");
    private static final Sku SKU = Sku.of("COMES-BACK");
    private static final long UNITS = 1_000_000;

    private final HttpDoor channel;

    /** All of its units are somewhere: what was sold has always come back when the next one is sold. */
    ReturnedGoods(HttpDoor channel) {
        this.channel = channel;
    }

    static List<Command> preparation() {
        var commands = new ArrayList<Command>();
        for (var location : List.of(SELLER, RECEIVER))
            commands.add(new RegisterLocation(
                    location, "Bench", Country.of("PT"), ZoneId.of("UTC"), null, EUR, null, null, null, Instant.now()));
        commands.add(new RegisterProduct(SKU, "Comes back", null, null, null, null, Instant.now()));
        commands.add(new ReceiveGoods(new StockId(SELLER, SKU), Quantity.of(UNITS), null, Instant.now()));
        return commands;
    }

    ClosedLoop.Measured run(Duration warmUp, Duration time) {
        rounds(warmUp);
        return rounds(time);
    }

    private ClosedLoop.Measured rounds(Duration time) {
        var latency = new Histogram(ClosedLoop.LONGEST_MICROS, 3);
        long start = System.nanoTime();
        while (System.nanoTime() - start < time.toNanos()) latency.recordValue(round());
        return new ClosedLoop.Measured(latency.getTotalCount(), Duration.ofNanos(System.nanoTime() - start), latency);
    }

    /** @return microseconds from the answered return to the answered read */
    private long round() {
        var sale = new SaleId(Uuid7.random());
        channel.submit(sale(sale));
        long position = channel.positionOf(back(sale));
        long answered = System.nanoTime();
        var seen = channel.read("/v1/availability/" + SKU + "?min-position=" + position);
        long micros = (System.nanoTime() - answered) / 1_000;
        if (!seen.required("availableToSell").stringValue().equals(Long.toString(UNITS)))
            throw new IllegalStateException("the returned unit is not seen: " + seen);
        return Math.min(ClosedLoop.LONGEST_MICROS, micros);
    }

    private static RecordSale sale(SaleId sale) {
        var line = new SaleCommand.Line(1, SKU, null, null, Quantity.of(1), UnitPrice.of("2.5"), 0, 0, List.of());
        var tender = new Tender(1, TenderType.CARD, 250, "token", null);
        return new RecordSale(
                sale,
                SELLER,
                TILL,
                null,
                null,
                null,
                null,
                EUR,
                null,
                null,
                List.of(line),
                0,
                250,
                List.of(tender),
                0,
                0,
                false,
                Instant.now());
    }

    private static RecordReturn back(SaleId sale) {
        var line = new Line(1, 1, Quantity.of(1), null, false, "unwanted");
        return new RecordReturn(
                new ReturnId(Uuid7.random()), sale, RECEIVER, TILL, null, List.of(line), 0, null, Instant.now());
    }
}
