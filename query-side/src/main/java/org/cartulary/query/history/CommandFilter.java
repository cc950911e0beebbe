package org.cartulary.query.history;

import java.time.Instant;

/**
 * Which commands are looked for; what is absent does not matter, and what is given must all hold.
 *
 * @param from recorded at this time or later
 * @param to recorded before this time
 */
record CommandFilter(
        RecordedCommand.Outcome outcome,
        String code,
        String actor,
        String client,
        String key,
        String name,
        Instant from,
        Instant to) {}
