package org.cartulary.query.loyalty;

import java.time.Instant;
import java.time.ZoneOffset;
import org.cartulary.query.kernel.Conditions;
import org.cartulary.query.kernel.Refused;

/**
 * Up to where the ledger is read: all of it, or what had been recorded by a moment, or what stands up to a position.
 *
 * @param recordedBy null for any time
 * @param position null for any position
 */
record AsOf(Instant recordedBy, Long position) {

    AsOf {
        if (position != null && position < 0) throw Refused.invalid("asOfPosition", "is not negative");
        if (recordedBy != null && position != null) throw Refused.invalid("asOf", "goes without asOfPosition");
    }

    /** The columns {@code position} and {@code recorded_at} of some table's rows that count. */
    Conditions on(Conditions conditions) {
        return conditions
                .atMost("position", position)
                .atMost("recorded_at", recordedBy == null ? null : recordedBy.atOffset(ZoneOffset.UTC));
    }
}
