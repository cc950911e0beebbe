package org.cartulary.query.kernel;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.bind.Name;

/**
 * How reads behave.
 *
 * @param longestWait {@code cartulary.query.wait}: how long a read waits for its {@code min-position}; 5 seconds by default
 * @param capacity {@code cartulary.query.capacity}: so many reads may hold a connection at once, and as many brief ones besides
 * @param patience {@code cartulary.query.patience}: how long a read waits for a place before it is sent away
 */
@ConfigurationProperties("cartulary.query")
public record QueryProperties(
        @Name("wait") @DefaultValue("5s") Duration longestWait,
        @DefaultValue("8") int capacity,
        @DefaultValue("80ms") Duration patience) {}
