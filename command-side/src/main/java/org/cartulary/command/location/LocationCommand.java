package org.cartulary.command.location;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import org.cartulary.command.kernel.Command;
import org.cartulary.events.MayBeAbsent;
import org.cartulary.events.Shape;
import org.cartulary.events.kernel.CardNumbers;
import org.cartulary.events.kernel.CompanyId;
import org.cartulary.events.kernel.Country;
import org.cartulary.events.kernel.CurrencyCode;
import org.cartulary.events.kernel.LocationId;
import org.cartulary.events.location.ReturnPolicy;

/** What may be asked about locations. */
public sealed interface LocationCommand extends Command {

    /**
     * A location opens.
     *
     * @param cutOver local time at which its business day changes; midnight by default
     * @param cashIncrementMinor the smallest cash amount in minor units; 1 by default
     * @param policy what it grants on returns; the defaults where absent
     * @param company that owns its stock; may be absent where there is only one
     */
    record RegisterLocation(
            LocationId location,
            String name,
            Country country,
            ZoneId zone,
            @MayBeAbsent LocalTime cutOver,
            CurrencyCode currency,
            @MayBeAbsent Long cashIncrementMinor,
            @MayBeAbsent ReturnPolicy policy,
            @MayBeAbsent CompanyId company,
            Instant occurredAt)
            implements LocationCommand {

        public RegisterLocation {
            Shape.present(location, "location");
            CardNumbers.refuseIn(Shape.text(name, 128, "name"), "name");
            Shape.present(country, "country");
            Shape.present(zone, "zone");
            Shape.present(currency, "currency");
            Shape.present(occurredAt, "occurredAt");
            cutOver = cutOver == null ? LocalTime.MIDNIGHT : cutOver;
            cashIncrementMinor = cashIncrementMinor == null ? 1L : cashIncrementMinor;
            policy = policy == null ? ReturnPolicy.DEFAULT : policy;
            if (cashIncrementMinor < 1 || cashIncrementMinor > 100_000)
                throw new IllegalArgumentException("cashIncrementMinor is between 1 and 100,000");
        }
    }
}
