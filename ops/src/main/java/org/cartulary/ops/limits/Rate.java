package org.cartulary.ops.limits;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import java.time.Duration;
import org.springframework.boot.convert.DurationStyle;

/** So many in a time, such as {@code 600/1m}; all of them may come at once. */
public record Rate(long number, Duration window) {

    public Rate {
        if (number < 1 || window.toSeconds() < 1)
            throw new IllegalArgumentException("a rate is at least 1, in at least a second");
    }

    /** Spring reads properties with it. @throws IllegalArgumentException where it is no rate */
    public static Rate of(String text) {
        var parts = text.split("/", -1);
        if (parts.length != 2) throw new IllegalArgumentException("a rate is a number and a time, such as 600/1m");
        return new Rate(Long.parseLong(parts[0].strip()), DurationStyle.detectAndParse(parts[1].strip()));
    }

    Bucket bucket() {
        var limit = Bandwidth.builder()
                .capacity(number)
                .refillGreedy(number, window)
                .build();
        return Bucket.builder().addLimit(limit).withNanosecondPrecision().build();
    }
}
