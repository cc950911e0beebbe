package org.cartulary.events.kernel;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/** How a location turns the moment of a trade into its business day: trade before the cut-over belongs to the day before. */
public record BusinessDay(ZoneId zone, LocalTime cutOver) {

    public LocalDate of(Instant occurredAt) {
        var local = occurredAt.atZone(zone);
        return local.toLocalTime().isBefore(cutOver) ? local.toLocalDate().minusDays(1) : local.toLocalDate();
    }
}
