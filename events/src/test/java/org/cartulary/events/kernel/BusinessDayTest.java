package org.cartulary.events.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rule book, "Vocabulary": the business day is in the location's zone, with its cut-over hour (odoo/odoo#18182). */
class BusinessDayTest {

    @ParameterizedTest
    @CsvSource({
        // Midnight in the location's zone, not in UTC.
        "Asia/Tokyo,       00:00, 2026-03-01T14:59:59Z, 2026-03-01",
        "Asia/Tokyo,       00:00, 2026-03-01T15:00:00Z, 2026-03-02",
        "America/New_York, 00:00, 2026-03-02T03:00:00Z, 2026-03-01",
        // A bar that closes at four.
        "Europe/Lisbon,    04:00, 2026-03-02T03:59:59.999Z, 2026-03-01",
        "Europe/Lisbon,    04:00, 2026-03-02T04:00:00Z, 2026-03-02",
        // Clocks go forward on 29 March 2026: 01:00 UTC is 02:00 in summer time.
        "Europe/Lisbon,    02:00, 2026-03-29T00:59:59Z, 2026-03-28",
        "Europe/Lisbon,    02:00, 2026-03-29T01:00:00Z, 2026-03-29",
        // They go back on 25 October 2026: 01:30 comes twice, and both are before the cut-over.
        "Europe/Lisbon,    02:00, 2026-10-25T00:30:00Z, 2026-10-24",
        "Europe/Lisbon,    02:00, 2026-10-25T01:30:00Z, 2026-10-24",
        "Europe/Lisbon,    02:00, 2026-10-25T02:00:00Z, 2026-10-25",
        // Half-hour zones, and a leap day.
        "Asia/Kolkata,     00:00, 2028-02-28T18:30:00Z, 2028-02-29"
    })
    void tradeBeforeTheCutOverBelongsToTheDayBefore(String zone, String cutOver, String moment, String day) {
        assertThat(new BusinessDay(ZoneId.of(zone), LocalTime.parse(cutOver)).of(Instant.parse(moment)))
                .hasToString(day);
    }
}
