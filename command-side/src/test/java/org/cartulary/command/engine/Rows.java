package org.cartulary.command.engine;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.cartulary.events.kernel.Uuid7;

/** Rows for tests of the write path, which never looks into an event's bytes. */
final class Rows {

    static final Instant NOON = Instant.parse("2026-03-01T12:00:00.123Z");

    private Rows() {}

    static Row row(String stream, long sequence) {
        var event = stream + "@" + sequence + " " + Uuid7.random();
        return new Row(stream, sequence, "test.Happened", NOON, event.getBytes(StandardCharsets.UTF_8));
    }

    static List<Row> one(String stream, long sequence) {
        return List.of(row(stream, sequence));
    }
}
