package org.cartulary.ops.bench;

import java.time.Duration;
import java.util.function.Supplier;
import org.cartulary.ops.bench.http.HttpConnection;
import org.cartulary.ops.bench.loop.CrowdLoop;

/** Far more callers check out than the service lets in: how soon the others hear so, and whether those who are in notice. */
final class Overload {

    static final String NAME = "overload";
    static final String SENT_AWAY = NAME + "-sent-away";

    /** For each of the clients of the other loads. */
    private static final int CROWD = 48;

    /** Half of what {@code Retry-After} says: in the middle a caller comes again after a quarter of a second. */
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(500);

    private static final int UNAVAILABLE = 503;

    private final MeasuredService service;
    private final Meter meter;

    Overload(MeasuredService service, Meter meter) {
        this.service = service;
        this.meter = meter;
    }

    void run(Supplier<byte[]> checkouts) {
        int count = CROWD * meter.extent().clients();
        var heap = Heap.now();
        var both = CrowdLoop.run(
                count,
                LONGEST_PAUSE,
                meter.extent().warmUp(),
                meter.extent().time(),
                () -> new Customer(new HttpConnection(service.port()), checkouts));
        service.rest();
        meter.figures().add(Figure.of(NAME, "HTTP, %,d callers: those let in".formatted(count), 1, both.served()));
        meter.figures().add(Figure.of(SENT_AWAY, "those told to come again", 1, both.sentAway()));
        meter.figures().add(heap.flat(NAME));
    }

    private record Customer(HttpConnection connection, Supplier<byte[]> checkouts) implements CrowdLoop.Guest {

        @Override
        public boolean isServed() {
            var answer = connection.ask(checkouts.get());
            if (answer.status() == 200) return true;
            if (answer.status() == UNAVAILABLE && answer.retryAfterSeconds() > 0) return false;
            throw answer.unexpected();
        }

        @Override
        public void close() {
            connection.close();
        }
    }
}
