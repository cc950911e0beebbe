package org.cartulary.ops.bench;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.cartulary.ops.bench.loop.Callers;

/** Gives the ledger a past before anything is measured: checkouts, decided and stored as all others are. */
final class Fill implements AutoCloseable {

    private static final int CALLERS = 256;
    private static final long EVERY_SECONDS = 5;

    private final MeasuredService service;
    private final long events;
    private final PrintWriter progress;
    private final AtomicLong head;
    private final long before;
    private final long begin = System.nanoTime();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("bench-fill").daemon().factory());

    /** @param events that the ledger shall hold in the end */
    Fill(MeasuredService service, long events, PrintWriter progress) {
        this.service = service;
        this.events = events;
        this.progress = progress;
        this.before = service.events();
        this.head = new AtomicLong(before);
        clock.scheduleAtFixedRate(this::print, EVERY_SECONDS, EVERY_SECONDS, TimeUnit.SECONDS);
    }

    /** Returns when the projections hold it all. */
    void run() {
        var checkouts = Loads.loyalCheckouts(new Generations(service));
        var callers = new Callers();
        callers.run(
                CALLERS,
                () -> () -> head.accumulateAndGet(LedgerCaller.submit(service.ledger(), checkouts.get()), Math::max),
                caller -> {
                    while (head.get() < events && callers.goOn()) caller.call();
                });
        service.rest();
    }

    private void print() {
        long done = head.get() - before;
        double seconds = (System.nanoTime() - begin) / 1e9;
        double perSecond = Math.max(1, done / seconds);
        var left = Duration.ofSeconds((long) (Math.max(0, events - head.get()) / perSecond));
        progress.printf(
                "filling: %,d of %,d events, %,.0f/s, %d min %02d s left; projections %,d behind%n",
                head.get(), events, perSecond, left.toMinutes(), left.toSecondsPart(), service.behind());
        progress.flush();
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
