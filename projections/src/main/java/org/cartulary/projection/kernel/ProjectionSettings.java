package org.cartulary.projection.kernel;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How projections run.
 *
 * @param batch events in one transaction, at most
 * @param poll how long an idle projection waits before it looks at the ledger by itself; a commit in this process wakes it
 * @param firstRetry pause after the first failure; doubled with each further one
 * @param lastRetry the longest pause between retries
 */
@ConfigurationProperties("cartulary.projection")
public record ProjectionSettings(
        @DefaultValue("2000") int batch,
        @DefaultValue("100ms") Duration poll,
        @DefaultValue("500ms") Duration firstRetry,
        @DefaultValue("30s") Duration lastRetry) {

    public static final ProjectionSettings DEFAULT =
            new ProjectionSettings(2_000, Duration.ofMillis(100), Duration.ofMillis(500), Duration.ofSeconds(30));

    public ProjectionSettings {
        if (batch < 1) throw new IllegalArgumentException("cartulary.projection.batch is at least 1");
    }
}
