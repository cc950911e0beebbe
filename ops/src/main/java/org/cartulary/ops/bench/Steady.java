package org.cartulary.ops.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.cartulary.ops.bench.http.HttpConnection;
import org.cartulary.ops.bench.loop.Caller;
import org.cartulary.ops.bench.loop.Measured;

/**
 * Checkouts at a constant rate for as long as one likes: whether memory stays what it was, and how far what is read is behind
 * what is written.
 */
final class Steady {

    static final String NAME = "steady";
    static final String VISIBLE = NAME + "-visible";

    /** Of the maximum. */
    private static final double LOAD = 0.8;

    private static final Duration PROBE = Duration.ofMillis(100);

    private final MeasuredService service;
    private final Meter meter;

    Steady(MeasuredService service, Meter meter) {
        this.service = service;
        this.meter = meter;
    }

    /** @param perSecond the maximum of such checkouts */
    void run(double perSecond, Supplier<Caller> checkouts) {
        var heap = Heap.now();
        var load = CompletableFuture.runAsync(() -> meter.open(
                NAME,
                "HTTP",
                perSecond * LOAD,
                meter.extent().clients(),
                meter.extent().steady(),
                checkouts));
        var visible = new ArrayList<Duration>();
        try (var connection = new HttpConnection(service.port())) {
            do visible.add(probe(connection));
            while (!load.isDone());
        }
        load.join();
        meter.figures()
                .add(Figure.ofTimes(VISIBLE, "beside it: from a receipt's answer to a read", Measured.of(visible)));
        service.rest();
        meter.figures().add(heap.flat(NAME));
    }

    /** How long it takes until a read shows what a command has just done. */
    private Duration probe(HttpConnection connection) {
        LockSupport.parkNanos(PROBE.toNanos());
        long position = LedgerCaller.submit(service.ledger(), Assortment.receipt(0, 1));
        long answered = System.nanoTime();
        connection.exchange(
                service.messages().get("/v1/availability/" + Assortment.sku(0) + "?min-position=" + position));
        return Duration.ofNanos(System.nanoTime() - answered);
    }
}
