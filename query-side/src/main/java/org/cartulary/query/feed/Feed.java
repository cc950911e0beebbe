package org.cartulary.query.feed;

import java.util.ArrayList;
import java.util.List;
import org.cartulary.events.json.UnknownEventException;
import org.cartulary.query.kernel.Positions;
import org.cartulary.query.kernel.Read;
import org.cartulary.query.kernel.ReadProblem;
import org.cartulary.query.kernel.Reads;
import org.cartulary.query.kernel.Refused;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** Looks through the ledger, a bounded stretch at a time. */
@Component
@EnableConfigurationProperties(FeedProperties.class)
public class Feed {

    /** So many positions are looked at for one stretch, where few of them are wanted. */
    private static final int MOST_LOOKED_AT = 10_000;

    private static final int FEWEST_ROWS = 100;

    private final FeedRows rows;
    private final Reads reads;
    private final Positions positions;
    private final EventVisibility visibility;

    Feed(FeedRows rows, Reads reads, Positions positions, EventVisibility visibility) {
        this.rows = rows;
        this.reads = reads;
        this.positions = positions;
        this.visibility = visibility;
    }

    /** Who looks for what. */
    public record Reader(FeedFilter filter, String holder) {}

    /**
     * What stands after a position.
     *
     * @param limit of events
     * @param bytes that are read from the ledger, about
     * @throws Refused if the ledger does not reach the position, or an event of it is of a later version
     */
    public Stretch after(long position, Reader reader, int limit, long bytes) {
        return reads.atHead(Read.now(), () -> stretch(position, reader, limit, bytes))
                .value();
    }

    private Stretch stretch(long position, Reader reader, int limit, long bytes) {
        long head = positions.head();
        if (position > head) throw notReached(position, head);
        long end = Math.min(head, position + MOST_LOOKED_AT);
        var found = new ArrayList<FeedEvent>();
        long left = bytes;
        long lookedAt = position;
        while (lookedAt < end && found.size() < limit && left > 0) {
            var read = rows.after(
                    lookedAt, end, reader.filter().types(), Math.max(FEWEST_ROWS, limit - found.size()), left);
            if (read.isEmpty()) return new Stretch(found, end);
            for (var event : read) left -= event.size();
            lookedAt = select(read, reader, limit, found);
        }
        return new Stretch(found, lookedAt);
    }

    /** Those of a stretch directly behind a position that the reader wants and may see. */
    Stretch select(List<FeedEvent> read, Reader reader, long position) {
        var found = new ArrayList<FeedEvent>();
        return new Stretch(found, read.isEmpty() ? position : select(read, reader, read.size(), found));
    }

    /** Adds the events that the reader wants and may see, and tells up to where it looked until there were enough. */
    private long select(List<FeedEvent> read, Reader reader, int limit, List<FeedEvent> found) {
        for (var event : read) {
            if (isFor(reader, event)) found.add(event);
            if (found.size() == limit) return event.position();
        }
        return read.getLast().position();
    }

    private boolean isFor(Reader reader, FeedEvent event) {
        try {
            return reader.filter().wants(event) && visibility.maySee(reader.holder(), event);
        } catch (UnknownEventException ofLaterVersion) {
            throw new Refused(
                    ReadProblem.EVENT_UNKNOWN,
                    "The event at position " + event.position()
                            + " was written by a later version: ask a node that runs" + " it. Nothing is passed over.");
        }
    }

    /** It was of another ledger, or of this one before it was restored from an older copy. Silence would hide that. */
    private static Refused notReached(long position, long head) {
        return new Refused(
                ReadProblem.POSITION_NOT_REACHED,
                "The ledger is at position " + head + " and never was at " + position
                        + ", unless it was restored from an older copy.");
    }
}
