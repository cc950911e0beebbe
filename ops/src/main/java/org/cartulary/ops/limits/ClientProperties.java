package org.cartulary.ops.limits;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How slow a client may be before its connection is cut.
 *
 * @param header {@code cartulary.client.header}: within which the line and the headers of a request have come
 * @param slowest {@code cartulary.client.slowest}: bytes per second that a client sends, or takes, at least
 * @param grace {@code cartulary.client.grace}: how long the service waits for a client, over a request, before its speed counts
 */
@ConfigurationProperties("cartulary.client")
public record ClientProperties(
        @DefaultValue("20s") Duration header,
        @DefaultValue("240") int slowest,
        @DefaultValue("10s") Duration grace) {

    public ClientProperties {
        if (!header.isPositive()) throw new IllegalArgumentException("cartulary.client.header is more than nothing");
        if (slowest < 1) throw new IllegalArgumentException("cartulary.client.slowest is at least 1");
        if (grace.isNegative()) throw new IllegalArgumentException("cartulary.client.grace is no less than nothing");
    }
}
