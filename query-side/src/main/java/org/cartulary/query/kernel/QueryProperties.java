package org.cartulary.query.kernel;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.bind.Name;

/**
 * How reads behave.
 *
 * @param longestWait {@code cartulary.query.wait}: how long a read waits for its {@code min-position}; 5 seconds by default
 */
@ConfigurationProperties("cartulary.query")
public record QueryProperties(
        @Name("wait") @DefaultValue("5s") Duration longestWait) {}
