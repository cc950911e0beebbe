package org.cartulary.events.transfer;

import org.cartulary.events.Shape;
import org.cartulary.events.kernel.LocationId;

/** From where to where; never back to where it began. */
public record Route(LocationId source, LocationId destination) {

    public Route {
        Shape.present(source, "source");
        Shape.present(destination, "destination");
        if (source.equals(destination))
            throw new IllegalArgumentException("destination is another location than source");
    }
}
