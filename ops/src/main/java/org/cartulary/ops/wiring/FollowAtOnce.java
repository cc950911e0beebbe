package org.cartulary.ops.wiring;

import java.util.ArrayList;
import java.util.List;
import org.cartulary.command.engine.AppendListener;
import org.cartulary.command.engine.Row;
import org.cartulary.events.json.StoredEvent;
import org.cartulary.projection.kernel.EventFeed;
import org.cartulary.query.feed.Growth;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Hands what this process has just appended to its projections, so that a read after a write waits for the work alone, and
 * wakes whoever follows the feed.
 */
@Configuration(proxyBeanMethods = false)
class FollowAtOnce {

    @Bean
    AppendListener appendListener(ObjectProvider<EventFeed> feeds, Growth growth) {
        var feed = feeds.getIfAvailable();
        return (position, rows) -> {
            if (feed != null) follow(feed, position, rows);
            growth.happened();
        };
    }

    private static void follow(EventFeed feed, long position, List<Row> rows) {
        var events = new ArrayList<StoredEvent>(rows.size());
        for (var row : rows) if (row.stored() != null) events.add(row.stored());
        if (events.size() == rows.size()) feed.offer(position, events);
        else feed.nudge();
    }
}
