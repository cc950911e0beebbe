package org.cartulary.ops.limits;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.util.concurrent.TimeUnit;

/**
 * What each holder has left of one rate, told in the fields of draft-ietf-httpapi-ratelimit-headers-10. Counted by this process
 * alone; whoever has not come for a whole window has all of it again, and is forgotten.
 */
final class Quota {

    private static final int MOST_HOLDERS = 10_000;

    private final String name;
    private final String policy;
    private final Rate rate;
    private final Cache<String, Bucket> holders;

    Quota(String name, Rate rate) {
        this.name = '"' + name + '"';
        this.policy = this.name + ";q=" + rate.number() + ";w=" + rate.window().toSeconds();
        this.rate = rate;
        this.holders = Caffeine.newBuilder()
                .maximumSize(MOST_HOLDERS)
                .expireAfterAccess(rate.window())
                .build();
    }

    Bucket of(String holder) {
        return holders.get(holder, first -> rate.bucket());
    }

    /** {@code RateLimit-Policy}. */
    String policy() {
        return policy;
    }

    /** {@code RateLimit}: how many are left, and in how many seconds there are all again. */
    String left(ConsumptionProbe taken) {
        return name + ";r=" + Math.max(0, taken.getRemainingTokens()) + ";t=" + seconds(taken.getNanosToWaitForReset());
    }

    static long seconds(long nanos) {
        return Math.ceilDiv(nanos, TimeUnit.SECONDS.toNanos(1));
    }
}
