package org.cartulary.query.feed;

import static org.cartulary.query.TestClock.NOON;

import java.util.List;
import java.util.Random;
import org.cartulary.events.kernel.Uuid7;

/** A stored event of one teapot that arrives somewhere. */
record Delivery(long position, String name, String location, String channel, String reference) {

    private static final String TRANSFER = ",\"transfer\":\"0199a005-0000-7000-8000-000000000001\"";

    static Delivery random(long position, Random random) {
        return new Delivery(
                position,
                one(random, "stock.GoodsReceived", "stock.GoodsFound"),
                one(random, "LISBON", "PORTO"),
                one(random, "web", "till"),
                "PO-1");
    }

    Delivery at(long position) {
        return new Delivery(position, name, location, channel, reference);
    }

    Delivery named(String name) {
        return new Delivery(position, name, location, channel, reference);
    }

    /** The same with a text so long that the event has about so many bytes. */
    String bytes(int size) {
        return new Delivery(position, "stock.GoodsReceived", location, channel, "x".repeat(size)).json();
    }

    String id() {
        return Uuid7.named(NOON, "event-" + position).toString();
    }

    String data() {
        return """
            {"occurredAt":"2026-03-01T11:59:58.500Z","quantity":"1",%s"stock":{"location":"%s","sku":"TEAPOT"}%s}\
            """.formatted(
                        isFound() ? "" : "\"reference\":\"" + reference + "\",", location, isFound() ? TRANSFER : "");
    }

    private boolean isFound() {
        return name.equals("stock.GoodsFound");
    }

    String json() {
        return """
            {"actor":"ana","channel":"%s","command":"command/default/k-%d","data":%s,"id":"%s","name":"%s",\
            "recordedAt":"2026-03-01T12:00:00Z","revision":1,"sequence":%d,"stream":"stock/%s/TEAPOT"}\
            """.formatted(channel, position, data(), id(), name, position, location);
    }

    private static String one(Random random, String... values) {
        return List.of(values).get(random.nextInt(values.length));
    }
}
