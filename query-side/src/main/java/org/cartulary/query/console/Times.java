package org.cartulary.query.console;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Moments as people read them, always in UTC, because the ledger has many places and no place of its own. */
final class Times {

    private static final DateTimeFormatter SECOND =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss 'UTC'").withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'").withZone(ZoneOffset.UTC);

    private Times() {}

    static String second(Instant moment) {
        return SECOND.format(moment);
    }

    static String minute(Instant moment) {
        return MINUTE.format(moment);
    }
}
