package org.cartulary.projection.kernel;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How projections run.
 *
 * @param batch events in one transaction, at most
 * @param poll how long an idle projection waits before it looks at the ledger by itself; a commit in this process wakes it
 * @param pace time from one batch that was not full to the next, at most, while no read waits for its position: under load
 *     many small commits make one batch
 * @param firstRetry pause after the first failure; doubled with each further one
 * @param lastRetry the longest pause between retries
 */
@ConfigurationProperties("cartulary.projection")
public record ProjectionSettings(
        @DefaultValue("2000") int batch,
        @DefaultValue("100ms") Duration poll,
        @DefaultValue("80ms") Duration pace,
        @DefaultValue("500ms") Duration firstRetry,
        @DefaultValue("30s") Duration lastRetry) {

    public ProjectionSettings {
        if (batch < 1) throw new IllegalArgumentException("cartulary.projection.batch is at least 1");
    }
}
