package org.cartulary.command.api;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How many commands the service takes in at once.
 *
 * @param capacity {@code cartulary.command.capacity}: so many commands are in the ledger at once; batches have half as many
 *     places besides
 * @param patience {@code cartulary.command.patience}: how long a request waits for a place before it is sent away
 */
@ConfigurationProperties("cartulary.command")
public record AdmissionProperties(
        @DefaultValue("1024") int capacity,
        @DefaultValue("50ms") Duration patience) {

    public AdmissionProperties {
        if (capacity < 1) throw new IllegalArgumentException("cartulary.command.capacity is at least 1");
    }
}
