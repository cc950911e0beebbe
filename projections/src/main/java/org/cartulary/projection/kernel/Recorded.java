package org.cartulary.projection.kernel;

import java.time.Instant;
import org.cartulary.events.LedgerEvent;
import org.cartulary.events.json.EventJson;
import org.cartulary.events.json.StoredEvent;

/** An event at its position. Its bytes are parsed when somebody first asks for what they say, and once for all who ask. */
public final class Recorded {

    private final long position;
    private final String name;
    private final EventJson json;
    private StoredEvent event;

    /** Given up once they are parsed. */
    private byte[] bytes;

    public Recorded(long position, String name, byte[] bytes, EventJson json) {
        this.position = position;
        this.name = name;
        this.json = json;
        this.bytes = bytes;
    }

    /** An event whose bytes need not be parsed, because it was written here. */
    public Recorded(long position, StoredEvent event) {
        this.position = position;
        this.name = event.name();
        this.json = null;
        this.event = event;
    }

    public long position() {
        return position;
    }

    /** The stored name, known without parsing, such as {@code stock.GoodsReceived}. */
    public String name() {
        return name;
    }

    /** @throws RuntimeException if this version can't read the bytes */
    public synchronized StoredEvent event() {
        if (event == null) {
            event = json.read(name, bytes);
            bytes = null;
        }
        return event;
    }

    /** Parses the bytes ahead of time. Where this version can't read them, whoever asks for the event gets to know. */
    void parse() {
        try {
            event();
        } catch (RuntimeException unreadable) {
            return;
        }
    }

    public LedgerEvent fact() {
        return event().data();
    }

    public Instant recordedAt() {
        return event().recordedAt();
    }
}
