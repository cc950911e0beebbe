package org.cartulary.events.location;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import org.cartulary.events.LedgerEvent;
import org.cartulary.events.MayBeAbsent;
import org.cartulary.events.kernel.CompanyId;
import org.cartulary.events.kernel.Country;
import org.cartulary.events.kernel.CurrencyCode;
import org.cartulary.events.kernel.LocationId;

/** What has happened to a location. */
public sealed interface LocationEvent extends LedgerEvent {

    LocationId location();

    @Override
    default String stream() {
        return streamOf(location());
    }

    static String streamOf(LocationId location) {
        return "location/" + location;
    }

    /**
     * A location keeps stock or sells from now on.
     *
     * @param zone in which its business days are counted
     * @param cutOver local time at which its business day changes
     * @param cashIncrementMinor the smallest cash amount in minor units: 1, or 5 where small coins are gone
     * @param policy what it grants on returns
     * @param company that owns its stock; absent where there is only one
     */
    record LocationRegistered(
            LocationId location,
            String name,
            Country country,
            ZoneId zone,
            LocalTime cutOver,
            CurrencyCode currency,
            long cashIncrementMinor,
            ReturnPolicy policy,
            @MayBeAbsent CompanyId company,
            Instant occurredAt)
            implements LocationEvent {}
}
