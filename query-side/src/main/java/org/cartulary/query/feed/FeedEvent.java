package org.cartulary.query.feed;

import java.util.List;
import org.cartulary.events.catalogue.EventCatalogue;
import org.cartulary.events.json.EventJson;
import org.cartulary.events.json.UnknownEventException;
import org.cartulary.events.kernel.ChannelId;
import org.cartulary.events.kernel.LocationId;
import org.cartulary.events.subject.Subject;

/** A stored event at its position. What it is about is read out of its bytes when somebody first asks. */
public final class FeedEvent {

    private static final EventJson JSON = new EventJson(EventCatalogue.CURRENT);

    private final long position;
    private final String name;
    private final byte[] stored;
    private volatile About about;
    private volatile byte[] json;

    private record About(List<LocationId> locations, String channel) {}

    FeedEvent(long position, String name, byte[] stored) {
        this.position = position;
        this.name = name;
        this.stored = stored;
    }

    public long position() {
        return position;
    }

    /** The stored name, such as {@code stock.GoodsReceived}, known without reading the bytes. */
    public String name() {
        return name;
    }

    /**
     * The places that it concerns: two where goods move between them, none where it is about no place.
     *
     * @throws UnknownEventException if a later version wrote it
     */
    public List<LocationId> locations() {
        return about().locations();
    }

    /**
     * That of the fact where it has one, else the one through which the command came; may be absent.
     *
     * @throws UnknownEventException if a later version wrote it
     */
    public String channel() {
        return about().channel();
    }

    /** In bytes. */
    int size() {
        return stored.length;
    }

    /** @param source names the ledger */
    public CloudEvent cloudEvent(String source) {
        return CloudEvent.of(source, position, stored);
    }

    /** The same as bytes, written once for all streams. */
    byte[] json(String source) {
        if (json == null) json = cloudEvent(source).json();
        return json;
    }

    private About about() {
        if (about == null) about = read();
        return about;
    }

    private About read() {
        var event = JSON.read(name, stored);
        var subject = Subject.of(event.data());
        return new About(subject.locations(), channel(subject.channel(), event.channel()));
    }

    private static String channel(ChannelId ofFact, String ofCommand) {
        return ofFact == null ? ofCommand : ofFact.value();
    }
}
