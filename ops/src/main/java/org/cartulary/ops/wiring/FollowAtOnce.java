package org.cartulary.ops.wiring;

import org.cartulary.command.engine.AppendListener;
import org.cartulary.projection.kernel.EventFeed;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wakes the projections of this process when the ledger has grown, so that a read after a write waits for the work alone. */
@Configuration(proxyBeanMethods = false)
class FollowAtOnce {

    @Bean
    AppendListener appendListener(ObjectProvider<EventFeed> feeds) {
        var feed = feeds.getIfAvailable();
        return feed == null ? (position, rows) -> {} : (position, rows) -> feed.nudge();
    }
}
