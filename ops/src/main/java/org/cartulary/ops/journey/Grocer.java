package org.cartulary.ops.journey;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.UUID;
import org.cartulary.command.kernel.Sender;
import org.cartulary.command.location.LocationCommand.RegisterLocation;
import org.cartulary.events.kernel.ChannelId;
import org.cartulary.events.kernel.ClientId;
import org.cartulary.events.kernel.Country;
import org.cartulary.events.kernel.CurrencyCode;
import org.cartulary.events.kernel.CustomerId;
import org.cartulary.events.kernel.LocationId;
import org.cartulary.events.kernel.Uuid7;
import org.cartulary.events.location.ReturnPolicy;

/** The chain whose baskets the files hold, as the ledger knows it: stores with tills, whose clocks are those of New York. */
final class Grocer {

    static final ClientId CLIENT = ClientId.of("import-complete-journey");
    static final ChannelId CHANNEL = ChannelId.of("till");
    static final CurrencyCode CURRENCY = CurrencyCode.of("USD");
    static final Country COUNTRY = Country.of("US");
    static final ZoneId ZONE = ZoneId.of("America/New_York");

    private Grocer() {}

    static LocationId location(String store) {
        return LocationId.of("STORE-" + store);
    }

    static CustomerId customer(String household) {
        return CustomerId.of("HOUSEHOLD-" + household);
    }

    /** The same id for the same document, whenever it is imported. */
    static UUID id(Instant at, String document) {
        return Uuid7.named(at, "complete-journey/" + document);
    }

    static Sender sender(String key) {
        return new Sender(CLIENT, key, "import", null, CHANNEL.value(), null);
    }

    static RegisterLocation registration(String store, Instant opens) {
        return new RegisterLocation(
                location(store),
                "Store " + store,
                COUNTRY,
                ZONE,
                LocalTime.MIDNIGHT,
                CURRENCY,
                1L,
                ReturnPolicy.DEFAULT,
                null,
                opens);
    }
}
