package org.cartulary.command.engine;

import java.time.Instant;
import java.util.Objects;

/**
 * One event on its way into {@code ledger.event}. The append gives it its position.
 *
 * @param sequence counts from 0 in its stream
 * @param event the canonical bytes that are stored; nobody changes them after this
 */
public record Row(String stream, long sequence, String name, Instant recordedAt, byte[] event) {

    public Row {
        Objects.requireNonNull(stream, "stream");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(recordedAt, "recordedAt");
        Objects.requireNonNull(event, "event");
    }
}
