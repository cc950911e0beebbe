package org.cartulary.query.trade;

import java.math.BigInteger;
import java.time.LocalDate;

/** What one business day brought in one currency, without tax, in minor units. */
public record DaySales(
        LocalDate businessDay, String currency, BigInteger grossMinor, BigInteger returnedMinor, int sales) {

    public BigInteger netMinor() {
        return grossMinor.subtract(returnedMinor);
    }
}
