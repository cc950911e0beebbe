package org.cartulary.query.history;

import java.time.Instant;

/**
 * Which events are looked for; what is absent does not matter, and what is given must all hold.
 *
 * @param from recorded at this time or later
 * @param to recorded before this time
 */
record EventFilter(
        String stream,
        String sku,
        String location,
        String channel,
        String actor,
        String name,
        String command,
        Instant from,
        Instant to) {}
