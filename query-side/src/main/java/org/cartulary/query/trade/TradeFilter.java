package org.cartulary.query.trade;

import java.time.LocalDate;
import org.cartulary.events.kernel.ChannelId;
import org.cartulary.events.kernel.CustomerId;
import org.cartulary.events.kernel.LocationId;
import org.cartulary.events.kernel.SaleId;
import org.cartulary.query.kernel.Conditions;
import org.cartulary.query.kernel.Read;

/**
 * Which sales or returns are looked for; what is absent does not matter.
 *
 * @param sale for returns only
 * @param from the first business day
 * @param to the last business day
 */
record TradeFilter(
        SaleId sale,
        String receipt,
        CustomerId customer,
        LocationId location,
        ChannelId channel,
        LocalDate from,
        LocalDate to) {

    Conditions on(Conditions conditions, String day, Read read) {
        return conditions
                .equal("sale", text(sale))
                .equal("receipt", receipt)
                .equal("customer", text(customer))
                .equal("location", text(location))
                .equal("channel", text(channel))
                .atLeast(day, from)
                .atMost(day, to)
                .atSeen(read.sight(), "location = any (:seenLocations)")
                .ofSeen(read.sight(), "channel = any (:seenChannels)")
                .after("position", read)
                .value("fetch", read.fetch());
    }

    private static String text(Object value) {
        return value == null ? null : value.toString();
    }
}
