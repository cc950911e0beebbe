package org.cartulary.projection.stock;

import static org.cartulary.projection.kernel.Column.BIGINT;
import static org.cartulary.projection.kernel.Column.TEXT;

import java.util.HashMap;
import java.util.Map;
import org.cartulary.events.kernel.ChannelId;
import org.cartulary.events.stock.StockEvent.SafetyStockSet;
import org.cartulary.events.stock.StockId;
import org.cartulary.projection.kernel.Rows;
import org.cartulary.projection.kernel.Tables;

/** The safety stock that a batch sets; the last word of the batch counts. */
final class Safety {

    private static final String WRITE = """
            insert into ${schema}.safety (location, sku, channel, quantity, position)
            select location, sku, channel, quantity * 0.001, position
            from unnest(?, ?, ?, ?, ?) as s(location, sku, channel, quantity, position)
            on conflict (location, sku, channel) do update
            set quantity = excluded.quantity, position = excluded.position""";

    private record Key(StockId stock, ChannelId channel) {}

    private record Set(long thousandths, long position) {}

    private final Map<Key, Set> settings = new HashMap<>();

    void set(SafetyStockSet event, long position) {
        settings.put(
                new Key(event.stock(), event.channel()),
                new Set(event.quantity().thousandths(), position));
    }

    void write(Tables tables) {
        var rows = new Rows(TEXT, TEXT, TEXT, BIGINT, BIGINT);
        settings.forEach((key, set) ->
                rows.add(key.stock().location(), key.stock().sku(), key.channel(), set.thousandths(), set.position()));
        tables.write(WRITE, rows);
    }
}
