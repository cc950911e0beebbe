package org.cartulary.ops.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.cartulary.command.product.ProductCommand.RegisterProduct;
import org.cartulary.command.stock.StockCommand.ReceiveGoods;
import org.cartulary.command.stock.StockRejection;
import org.cartulary.events.kernel.Quantity;
import org.cartulary.events.kernel.Sku;
import org.cartulary.events.kernel.Uuid7;
import org.cartulary.events.stock.StockId;
import org.cartulary.ops.bench.http.Answer;
import org.cartulary.ops.bench.http.HttpConnection;
import org.cartulary.ops.bench.loop.Callers;
import org.cartulary.ops.bench.loop.Measured;

/**
 * A crowd at one item of which there is enough for a tenth of it. All have their connections and send at the same moment; each
 * counts from when it sends until it has read its answer. Round after round, each with an item of its own.
 */
final class SoldOut implements AutoCloseable {

    static final String NAME = "sold-out";
    static final String WHOLE = NAME + "-whole";

    /** So that each crowd comes to a service that is quiet. */
    private static final Duration BETWEEN = Duration.ofSeconds(1);

    private static final int MOST = 1_000;
    private static final int PER_CLIENT = 16;
    private static final int PER_UNIT = 10;
    private static final String NONE_LEFT = '"' + StockRejection.NOT_ENOUGH_STOCK.name() + '"';

    private final MeasuredService service;
    private final Meter meter;
    private final int units;
    private final List<HttpConnection> connections = new ArrayList<>();
    private final Queue<Duration> answers = new ConcurrentLinkedQueue<>();
    private final AtomicInteger sold = new AtomicInteger();
    private final AtomicInteger sentAway = new AtomicInteger();
    private volatile long signal;

    SoldOut(MeasuredService service, Meter meter) {
        this.service = service;
        this.meter = meter;
        int buyers = Math.min(MOST, PER_CLIENT * meter.extent().clients());
        this.units = buyers / PER_UNIT;
        for (int i = 0; i < buyers; i++) connections.add(new HttpConnection(service.port()));
    }

    void run(Requests requests) {
        rounds(requests, meter.extent().warmUp());
        answers.clear();
        sold.set(0);
        sentAway.set(0);
        var wholes = rounds(requests, meter.extent().time());
        var way = "HTTP, %,d buyers at once, %,d units".formatted(connections.size(), units);
        var each = Figure.ofTimes(NAME, way, Measured.of(answers));
        meter.figures().add(each);
        meter.figures().add(Figure.ofTimes(WHOLE, "until the last of them is answered", Measured.of(wholes)));
        meter.figures().add(exactly("sold in each round", units, (double) sold.get() / wholes.size()));
        meter.figures().add(exactly("sent away", 0, sentAway.get()));
    }

    private static Bar exactly(String what, int asked, double measured) {
        return new Bar(NAME + ", " + what, "exactly " + asked, measured, measured == asked);
    }

    /** How long each of them took. */
    private List<Duration> rounds(Requests requests, Duration time) {
        var wholes = new ArrayList<Duration>();
        long begin = System.nanoTime();
        do {
            service.rest();
            LockSupport.parkNanos(BETWEEN.toNanos());
            wholes.add(round(requests));
        } while (System.nanoTime() - begin < time.toNanos());
        return wholes;
    }

    private Duration round(Requests requests) {
        var sku = Sku.of("SOLD-OUT-" + Uuid7.random());
        var at = Instant.now();
        service.prepare(new RegisterProduct(sku, "Sold out", null, null, null, null, at));
        service.prepare(new ReceiveGoods(new StockId(Assortment.SHOP, sku), Quantity.of(units), null, at));
        Callers.forEach(MeasuredService.PREPARING, connections, one -> one.exchange(requests.noOp()));
        var start = new CyclicBarrier(connections.size(), () -> signal = System.nanoTime());
        Callers.forEach(connections.size(), connections, one -> buy(one, requests.single(sku.value()), start));
        return Duration.ofNanos(System.nanoTime() - signal);
    }

    private void buy(HttpConnection connection, byte[] request, CyclicBarrier start) {
        await(start);
        long sent = System.nanoTime();
        var answer = connection.ask(request);
        answers.add(Duration.ofNanos(System.nanoTime() - sent));
        count(answer);
    }

    private void count(Answer answer) {
        switch (answer.status()) {
            case 200 -> sold.incrementAndGet();
            case 503, 429 -> sentAway.incrementAndGet();
            default -> {
                if (!answer.text().contains(NONE_LEFT)) throw answer.unexpected();
            }
        }
    }

    private static void await(CyclicBarrier start) {
        try {
            start.await();
        } catch (InterruptedException | BrokenBarrierException failure) {
            throw new IllegalStateException("one of the buyers did not come", failure);
        }
    }

    @Override
    public void close() {
        connections.forEach(HttpConnection::close);
    }
}
