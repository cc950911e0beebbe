package org.cartulary.command.api;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How many commands the service takes in at once.
 *
 * @param capacity {@code cartulary.command.capacity}: so many commands are in the ledger at once at most; batches have half as
 *     many places besides
 * @param within {@code cartulary.command.within}: how long commands may be in the ledger, on average; where they take longer,
 *     fewer are let in at once
 * @param patience {@code cartulary.command.patience}: how long a request waits for a place before it is sent away
 */
@ConfigurationProperties("cartulary.command")
public record AdmissionProperties(
        @DefaultValue("1024") int capacity,
        @DefaultValue("25ms") Duration within,
        @DefaultValue("2s") Duration patience) {

    public AdmissionProperties {
        if (capacity < 1) throw new IllegalArgumentException("cartulary.command.capacity is at least 1");
        if (!within.isPositive()) throw new IllegalArgumentException("cartulary.command.within is more than nothing");
    }
}
