package org.cartulary.ops.sight;

import java.util.Set;
import org.cartulary.events.kernel.ChannelId;
import org.cartulary.events.kernel.LocationId;
import org.cartulary.query.kernel.Seen;
import org.cartulary.query.kernel.Sight;

/** Who asks, and what he may see. */
enum Caller {
    AUDITOR(Sight.ALL),

    /** The shop in Lisbon, with all of its channels. */
    SHOP(new Sight(Seen.only(Set.of(new LocationId("LISBON"))), channelsOfLisbon(), true)),

    /** Whoever looks after the channels of the shop in Lisbon, wherever they sell. */
    CHANNEL(new Sight(Seen.all(), channelsOfLisbon(), true)),

    ANALYST(new Sight(Seen.all(), Seen.all(), false));

    private final Sight sight;

    Caller(Sight sight) {
        this.sight = sight;
    }

    Sight sight() {
        return sight;
    }

    private static Seen<ChannelId> channelsOfLisbon() {
        return Seen.only(Set.of(new ChannelId("TILL"), new ChannelId("WEB"), new ChannelId("ACCOUNTS")));
    }
}
