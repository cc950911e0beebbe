package org.cartulary.query.kernel;

import jakarta.servlet.ServletRequest;
import org.cartulary.events.kernel.ChannelId;
import org.cartulary.events.kernel.LocationId;

/**
 * What a caller may see. Whoever knows the caller sets it as an attribute of the request before any read takes it. Where
 * nobody does, the service has no access control, and everything is seen.
 *
 * @param personalData whether answers may tell of persons: of customers, their cards and codes, and of those who work here
 */
public record Sight(Seen<LocationId> locations, Seen<ChannelId> channels, boolean personalData) {

    /** The name of the request's attribute. */
    public static final String ATTRIBUTE = Sight.class.getName();

    public static final Sight ALL = new Sight(Seen.all(), Seen.all(), true);

    public static Sight of(ServletRequest request) {
        var sight = (Sight) request.getAttribute(ATTRIBUTE);
        return sight == null ? ALL : sight;
    }

    /** Whether it sees all locations and all channels, and so what belongs to none of them. */
    public boolean isEverywhere() {
        return locations.isAll() && channels.isAll();
    }

    /** Whether nothing at all is out of it. */
    public boolean isWhole() {
        return personalData && isEverywhere();
    }
}
