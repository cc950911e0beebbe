package org.cartulary.query.feed;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the feed behaves.
 *
 * @param source the {@code source} of every CloudEvent: names this ledger to whoever reads several
 * @param streams so many may be open on this node at once
 * @param heartbeat how long a stream is silent at most
 * @param poll how soon the events of other nodes are noticed; those of this one are at once
 * @param patience so long a reader may take for 256 KB before he is cut
 */
@ConfigurationProperties("cartulary.feed")
public record FeedProperties(
        @DefaultValue("urn:cartulary:ledger") String source,
        @DefaultValue("256") int streams,
        @DefaultValue("15s") Duration heartbeat,
        @DefaultValue("100ms") Duration poll,
        @DefaultValue("10s") Duration patience) {}
