package org.cartulary.ops.bench;

import java.time.Duration;
import java.util.Set;
import java.util.function.Supplier;
import org.cartulary.ops.bench.http.HttpConnection;
import org.cartulary.ops.bench.loop.CrowdLoop;

/** Far more callers check out than the service lets in: how soon the others hear so, and whether those who are in notice. */
final class Overload {

    static final String NAME = "overload";
    static final String SENT_AWAY = NAME + "-sent-away";

    /** For each of the clients of the other loads. */
    private static final int CROWD = 48;

    /** What {@code Retry-After} says: callers are less patient, and on average come again after half of it. */
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);

    private static final Set<Integer> SENT_AWAY_STATUS = Set.of(429, 503);

    private final MeasuredService service;
    private final Meter meter;

    Overload(MeasuredService service, Meter meter) {
        this.service = service;
        this.meter = meter;
    }

    /** A first crowd comes and goes before anything is counted: what the second one leaves in memory is compared with that. */
    void run(Supplier<byte[]> checkouts) {
        crowd(Duration.ZERO, meter.extent().warmUp(), checkouts);
        var heap = Heap.now();
        var both = crowd(meter.extent().warmUp().dividedBy(2), meter.extent().time(), checkouts);
        service.rest();
        meter.figures().add(Figure.of(NAME, "HTTP, %,d callers: those let in".formatted(callers()), 1, both.served()));
        meter.figures().add(Figure.of(SENT_AWAY, "those told to come again", 1, both.sentAway()));
        meter.figures().add(heap.flat(NAME));
    }

    private int callers() {
        return CROWD * meter.extent().clients();
    }

    private CrowdLoop.Both crowd(Duration warmUp, Duration time, Supplier<byte[]> checkouts) {
        return CrowdLoop.run(
                callers(),
                LONGEST_PAUSE,
                warmUp,
                time,
                () -> new Customer(new HttpConnection(service.port()), checkouts));
    }

    private record Customer(HttpConnection connection, Supplier<byte[]> checkouts) implements CrowdLoop.Guest {

        @Override
        public boolean isServed() {
            var answer = connection.ask(checkouts.get());
            if (answer.status() == 200) return true;
            if (SENT_AWAY_STATUS.contains(answer.status()) && answer.retryAfterSeconds() > 0) return false;
            throw answer.unexpected();
        }

        @Override
        public void close() {
            connection.close();
        }
    }
}
