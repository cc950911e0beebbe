package org.cartulary.command.engine;

import java.time.Instant;
import java.util.Objects;
import org.cartulary.events.json.EventJson;
import org.cartulary.events.json.StoredEvent;

/**
 * One event on its way into {@code ledger.event}. The append gives it its position.
 *
 * @param sequence counts from 0 in its stream
 * @param event the canonical bytes that are stored; nobody changes them after this
 * @param stored what the bytes say, for whoever follows in this process; null where nobody knows
 */
public record Row(String stream, long sequence, String name, Instant recordedAt, byte[] event, StoredEvent stored) {

    public Row {
        Objects.requireNonNull(stream, "stream");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(recordedAt, "recordedAt");
        Objects.requireNonNull(event, "event");
    }

    public Row(String stream, long sequence, String name, Instant recordedAt, byte[] event) {
        this(stream, sequence, name, recordedAt, event, null);
    }

    public static Row of(StoredEvent event, EventJson json) {
        return new Row(event.stream(), event.sequence(), event.name(), event.recordedAt(), json.write(event), event);
    }
}
