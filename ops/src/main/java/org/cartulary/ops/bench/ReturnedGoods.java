package org.cartulary.ops.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.cartulary.command.kernel.Command;
import org.cartulary.command.product.ProductCommand.RegisterProduct;
import org.cartulary.command.returns.ReturnCommand.Line;
import org.cartulary.command.returns.ReturnCommand.RecordReturn;
import org.cartulary.command.sale.SaleCommand;
import org.cartulary.command.sale.SaleCommand.RecordSale;
import org.cartulary.command.stock.StockCommand.ReceiveGoods;
import org.cartulary.events.json.CanonicalJson;
import org.cartulary.events.kernel.ChannelId;
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
import org.cartulary.ops.bench.http.HttpConnection;
import org.cartulary.ops.bench.loop.Caller;
import org.cartulary.ops.bench.loop.ClosedLoop;
import org.cartulary.ops.bench.loop.Measured;

/**
 * How long it takes until goods that come back in one store are seen in the whole chain: from the answer to the return until a
 * read of the pooled availability, with the return's position, has shown the unit. By one client, alone and beside others.
 */
final class ReturnedGoods {

    static final String NAME = "return-visible";
    static final String BESIDE = NAME + "-beside";

    private static final LocationId SELLER = LocationId.of("BENCH-WEB");
    private static final LocationId RECEIVER = LocationId.of("BENCH-SHOP");
    private static final ChannelId TILL = ChannelId.of("till");
    private static final Sku SKU = Sku.of("COMES-BACK");

    private final MeasuredService service;
    private final Meter meter;

    ReturnedGoods(MeasuredService service, Meter meter) {
        this.service = service;
        this.meter = meter;
    }

    /** @param checkouts of the others */
    void run(Supplier<Caller> checkouts) {
        preparation().forEach(service::prepare);
        var extent = meter.extent();
        try (var channel = new HttpConnection(service.port())) {
            rounds(channel, extent.warmUp());
            note(NAME, "HTTP, alone", rounds(channel, extent.time()));
            int others = Math.max(1, extent.clients() / 8);
            try (var beside = Executors.newVirtualThreadPerTaskExecutor()) {
                beside.submit(() -> ClosedLoop.run(others, Duration.ZERO, extent.time(), checkouts));
                note(BESIDE, "HTTP, beside " + others + " who check out", rounds(channel, extent.time()));
            }
        }
    }

    private void note(String name, String way, Measured measured) {
        meter.figures().add(Figure.ofTimes(name, way, measured));
    }

    private static List<Command> preparation() {
        var at = Instant.now();
        return List.of(
                Assortment.location(SELLER, at),
                Assortment.location(RECEIVER, at),
                new RegisterProduct(SKU, "Comes back", null, null, null, null, at),
                new ReceiveGoods(new StockId(SELLER, SKU), Quantity.of(1_000_000), null, at));
    }

    private Measured rounds(HttpConnection channel, Duration time) {
        var latencies = new ArrayList<Duration>();
        long begin = System.nanoTime();
        do latencies.add(round(channel));
        while (System.nanoTime() - begin < time.toNanos());
        return Measured.of(latencies);
    }

    /** What was sold has always come back when the next one is sold, so that the pool is the same after each round. */
    private Duration round(HttpConnection channel) {
        var sale = new SaleId(Uuid7.random());
        post(channel, "/v1/sales", sale(sale));
        long position = post(channel, "/v1/returns", back(sale));
        long answered = System.nanoTime();
        channel.exchange(service.messages().get("/v1/availability/" + SKU + "?min-position=" + position));
        return Duration.ofNanos(System.nanoTime() - answered);
    }

    private long post(HttpConnection channel, String path, Command command) {
        var key = Uuid7.random().toString();
        var answer = channel.exchange(service.messages().post(path, key, CanonicalJson.write(command)));
        return CanonicalJson.MAPPER.readTree(answer).required("position").longValue();
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
                Assortment.EUR,
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
