package org.cartulary.ops.limits;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How much one holder of a key or a token may ask of a node, such as {@code 600/1m}; as much as he likes where nothing is said.
 *
 * @param commands {@code cartulary.rate.commands}: commands that are sent one by one
 * @param batches {@code cartulary.rate.batches}: commands that are sent in batches
 * @param reads {@code cartulary.rate.reads}: whatever else is asked
 */
@ConfigurationProperties("cartulary.rate")
public record RateProperties(Rate commands, Rate batches, Rate reads) {

    boolean isLimited() {
        return commands != null || batches != null || reads != null;
    }
}
