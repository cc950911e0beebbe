package org.cartulary.query.trade;

import java.time.LocalDate;

/** What one business day brought in one currency, without tax, in minor units. */
public record DaySales(LocalDate businessDay, String currency, long grossMinor, long returnedMinor, int sales) {

    public long netMinor() {
        return Math.subtractExact(grossMinor, returnedMinor);
    }
}
