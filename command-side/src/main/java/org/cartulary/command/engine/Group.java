package org.cartulary.command.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Postings that share one append. In each stream they follow one upon the other, so none can stand in another's way. */
final class Group {

    private final GroupLimits limits;
    private final List<QueuedPosting> members = new ArrayList<>();
    private final Map<String, Long> ends = new HashMap<>();
    private long events;
    private long bytes;

    Group(GroupLimits limits) {
        this.limits = limits;
    }

    /** Whether there is room; a posting above the limits goes alone. */
    boolean hasRoomFor(QueuedPosting posting) {
        return members.isEmpty()
                || members.size() < limits.postings()
                        && events + posting.rows().size() <= limits.events()
                        && bytes + posting.bytes() <= limits.bytes();
    }

    /** Whether the posting goes on where the group ends, in each stream that both of them write. */
    boolean continuedBy(QueuedPosting posting) {
        for (var claim : posting.claims().entrySet()) {
            var end = ends.get(claim.getKey());
            if (end != null && claim.getValue().first() != end + 1) return false;
        }
        return true;
    }

    void add(QueuedPosting posting) {
        members.add(posting);
        events += posting.rows().size();
        bytes += posting.bytes();
        posting.claims().forEach((stream, claim) -> ends.put(stream, claim.last()));
    }

    List<QueuedPosting> members() {
        return members;
    }
}
