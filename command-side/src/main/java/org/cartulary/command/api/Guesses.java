package org.cartulary.command.api;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * How many wrong codes may still be asked for: per client, and of all clients together, because a guesser may call itself
 * differently each time. A right code costs nothing. Counted by this process alone, since its start.
 */
final class Guesses {

    static final int PER_CLIENT = 20;
    static final int IN_TOTAL = 200;
    static final Duration WINDOW = Duration.ofMinutes(10);

    /** After which a client may guess once more. */
    static final long SECONDS_PER_GUESS = WINDOW.toSeconds() / PER_CLIENT;

    private final TimeMeter time;
    private final Bucket total;
    private final Cache<String, Bucket> clients;

    Guesses(Clock clock) {
        time = new ClockMeter(clock);
        total = bucket(IN_TOTAL);
        clients = Caffeine.newBuilder()
                .maximumSize(10_000)
                .expireAfterAccess(WINDOW)
                .build();
    }

    private record ClockMeter(Clock clock) implements TimeMeter {

        @Override
        public long currentTimeNanos() {
            return TimeUnit.MILLISECONDS.toNanos(clock.millis());
        }

        @Override
        public boolean isWallClockBased() {
            return true;
        }
    }

    /**
     * Takes a guess, before it is known whether it is right: many at once get no more than one after the other.
     *
     * @return how many seconds to wait; 0 where the guess was granted
     */
    long take(String client) {
        var own = of(client);
        long waitNanos = take(own);
        if (waitNanos > 0) return seconds(waitNanos);
        waitNanos = take(total);
        if (waitNanos > 0) own.addTokens(1);
        return seconds(waitNanos);
    }

    /** Whether no guess is left. */
    boolean mustWait(String client) {
        return of(client).getAvailableTokens() < 1 || total.getAvailableTokens() < 1;
    }

    /** A guess that was not taken before was wrong; several at once are waited for one after the other. */
    void wrong(String client) {
        of(client).consumeIgnoringRateLimits(1);
        total.consumeIgnoringRateLimits(1);
    }

    /** The code was right. */
    void giveBack(String client) {
        of(client).addTokens(1);
        total.addTokens(1);
    }

    private Bucket of(String client) {
        return clients.get(client, none -> bucket(PER_CLIENT));
    }

    private static long take(Bucket bucket) {
        return bucket.tryConsumeAndReturnRemaining(1).getNanosToWaitForRefill();
    }

    private static long seconds(long nanos) {
        return Math.ceilDiv(nanos, TimeUnit.SECONDS.toNanos(1));
    }

    private Bucket bucket(int most) {
        var limit =
                Bandwidth.builder().capacity(most).refillGreedy(most, WINDOW).build();
        return Bucket.builder().addLimit(limit).withCustomTimePrecision(time).build();
    }
}
