package org.cartulary.projection.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * The last events that were read, so that projections that follow closely share one read and one parse. Positions have no
 * holes, which makes a ring out of them.
 */
final class RecentEvents {

    private final AtomicReferenceArray<Recorded> ring;

    RecentEvents(int size) {
        this.ring = new AtomicReferenceArray<>(size);
    }

    /** Those directly after a position; none where the next one is not here. */
    List<Recorded> after(long position, int max) {
        var found = new ArrayList<Recorded>();
        for (long next = position + 1; found.size() < max; next++) {
            var event = ring.get(place(next));
            if (event == null || event.position() != next) break;
            found.add(event);
        }
        return found;
    }

    /** Older events never replace newer ones: a rebuild does not push out what the others follow. */
    void add(List<Recorded> events) {
        for (var event : events)
            ring.updateAndGet(
                    place(event.position()),
                    known -> known == null || known.position() < event.position() ? event : known);
    }

    void clear() {
        for (int place = 0; place < ring.length(); place++) ring.set(place, null);
    }

    private int place(long position) {
        return (int) (position % ring.length());
    }
}
