package org.cartulary.query.trade;

import java.time.LocalDate;
import org.cartulary.events.kernel.ChannelId;
import org.cartulary.events.kernel.Country;
import org.cartulary.events.kernel.CurrencyCode;
import org.cartulary.events.kernel.CustomerId;
import org.cartulary.events.kernel.LocationId;
import org.cartulary.events.kernel.Sku;
import org.cartulary.query.kernel.Conditions;
import org.cartulary.query.kernel.Sight;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * The part of trade that is counted; what is absent does not matter.
 *
 * @param from the first business day
 * @param to the last business day
 */
record Scope(
        @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate from,
        @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate to,
        ChannelId channel,
        LocationId location,
        Country country,
        Sku sku,
        CustomerId customer,
        CurrencyCode currency) {

    boolean hasSku() {
        return sku != null;
    }

    boolean hasCustomer() {
        return customer != null;
    }

    /** Absent where customers do not matter. */
    String customerId() {
        return customer == null ? null : customer.value();
    }

    Conditions conditions(Sight sight) {
        return places(new Conditions(), "", sight)
                .atLeast("business_day", from)
                .atMost("business_day", to)
                .equal("sku", sku == null ? null : sku.value())
                .equal("customer", customerId());
    }

    /** All but days, SKU and customer, on columns of this prefix, and of that only what the caller sees. */
    Conditions places(Conditions conditions, String prefix, Sight sight) {
        return conditions
                .atSeen(sight, prefix + "location = any (:seenLocations)")
                .ofSeen(sight, prefix + "channel = any (:seenChannels)")
                .equal(prefix + "channel", channel == null ? null : channel.value())
                .equal(prefix + "location", location == null ? null : location.value())
                .equal(prefix + "country", country == null ? null : country.value())
                .equal(prefix + "currency", currency == null ? null : currency.value());
    }

    /** The same without what a row of figures fixes, so that the row's own values can take its place. */
    Scope within(LocalDate first, LocalDate last, Group group) {
        return new Scope(
                later(from, first),
                earlier(to, last),
                group.channel() == null ? channel : ChannelId.of(group.channel()),
                group.location() == null ? location : LocationId.of(group.location()),
                group.country() == null ? country : Country.of(group.country()),
                group.sku() == null ? sku : Sku.of(group.sku()),
                group.customer() == null ? customer : CustomerId.of(group.customer()),
                CurrencyCode.of(group.currency()));
    }

    /** What distinguishes one row of figures from the others of its period; absent where it is summed over. */
    record Group(String channel, String location, String country, String sku, String customer, String currency) {}

    /** The address of the list of positions that one measure of this scope is the sum of. */
    String positions(Measure measure) {
        var address =
                UriComponentsBuilder.fromPath("/v1/analysis/sales/positions").queryParam("measure", measure.word());
        parameter(address, "from", from);
        parameter(address, "to", to);
        parameter(address, "channel", channel);
        parameter(address, "location", location);
        parameter(address, "country", country);
        parameter(address, "sku", sku);
        parameter(address, "customer", customer);
        parameter(address, "currency", currency);
        return address.encode().toUriString();
    }

    private static void parameter(UriComponentsBuilder address, String name, Object value) {
        if (value != null) address.queryParam(name, value);
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        if (one == null || other == null) return one == null ? other : one;
        return one.isAfter(other) ? one : other;
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        if (one == null || other == null) return one == null ? other : one;
        return one.isBefore(other) ? one : other;
    }
}
