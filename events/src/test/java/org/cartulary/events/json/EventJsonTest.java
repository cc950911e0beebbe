package org.cartulary.events.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.cartulary.events.LedgerEvent;
import org.cartulary.events.catalogue.EventCatalogue;
import org.cartulary.events.catalogue.EventCatalogue.Entry;
import org.cartulary.events.catalogue.EventCatalogue.Upcaster;
import org.cartulary.events.kernel.LocationId;
import org.cartulary.events.kernel.Quantity;
import org.cartulary.events.kernel.Sku;
import org.cartulary.events.stock.StockEvent.GoodsReceived;
import org.cartulary.events.stock.StockId;
import org.erdtman.jcs.JsonCanonicalizer;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JacksonException;

/** Design, "Canonical bytes": what is stored is written once, and read back in every revision. */
class EventJsonTest {

    static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    static final StockId TEAPOT = new StockId(LocationId.of("LISBON"), Sku.of("TEAPOT"));

    final EventJson json = new EventJson(EventCatalogue.CURRENT);

    @Test
    void anEventIsReadAsItWasWritten() {
        var stored = stored(new GoodsReceived(TEAPOT, Quantity.parse("1.5"), "PO-1", NOON));

        assertThat(json.read(json.write(stored))).isEqualTo(stored);
    }

    @Test
    void theBytesAreCanonical() throws IOException {
        var strange = "PO \u0001\u001f \" \\ / é € \uD83D\uDE00 \u2028";

        var bytes = json.write(stored(new GoodsReceived(TEAPOT, Quantity.of(2), strange, NOON)));

        assertThat(new String(bytes, StandardCharsets.UTF_8))
                .isEqualTo(new JsonCanonicalizer(bytes).getEncodedString())
                .startsWith(
                        "{\"channel\":\"web\",\"command\":\"command/shop/1\",\"data\":{\"occurredAt\":\"2026-03-01T12:00:00Z\",\"quantity\":\"2\"");
    }

    @Test
    void anOldRevisionIsReadThroughItsUpcasters() {
        var catalogue = new EventCatalogue(
                List.of(new Entry(GoodsReceived.class, "stock.GoodsReceived", 3)),
                List.of(
                        new Upcaster("stock.GoodsReceived", 1, data -> data.put("reference", "none")),
                        new Upcaster("stock.GoodsReceived", 2, data -> {
                            data.set("quantity", data.remove("amount"));
                            return data;
                        })));
        var old = new String(json.write(stored(new GoodsReceived(TEAPOT, Quantity.of(2), null, NOON))))
                .replace("\"quantity\"", "\"amount\"");

        var upcasted = new GoodsReceived(TEAPOT, Quantity.of(2), "none", NOON);
        assertThat(new EventJson(catalogue).read(old.getBytes()).data()).isEqualTo(upcasted);
        assertThat(new EventJson(catalogue)
                        .read("stock.GoodsReceived", old.getBytes())
                        .data())
                .isEqualTo(upcasted);
    }

    @Test
    void aRevisionFromTheFutureIsNotGuessedAt() {
        var future = new String(json.write(stored(new GoodsReceived(TEAPOT, Quantity.of(2), "PO-1", NOON))))
                .replace("\"revision\":1", "\"revision\":2");

        for (ThrowingCallable reading : List.<ThrowingCallable>of(
                () -> json.read(future.getBytes()), () -> json.read("stock.GoodsReceived", future.getBytes())))
            assertThatThrownBy(reading)
                    .isInstanceOf(UnknownEventException.class)
                    .hasMessageContaining("run the version that wrote it");
    }

    @Test
    void anUnknownMemberIsNotSilentlyLost() {
        var more = new String(json.write(stored(new GoodsReceived(TEAPOT, Quantity.of(2), "PO-1", NOON))))
                .replace("\"quantity\"", "\"colour\":\"red\",\"quantity\"");

        assertThatThrownBy(() -> json.read(more.getBytes())).isInstanceOf(JacksonException.class);
    }

    static StoredEvent stored(LedgerEvent event) {
        return new StoredEvent(
                null,
                "web",
                "command/shop/1",
                event,
                null,
                UUID.fromString("0198c0de-0000-7000-8000-000000000001"),
                EventCatalogue.CURRENT.entry(event.getClass()).name(),
                NOON,
                1,
                0,
                event.stream());
    }
}
