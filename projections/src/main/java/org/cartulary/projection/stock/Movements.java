package org.cartulary.projection.stock;

import static org.cartulary.projection.kernel.Column.BIGINT;
import static org.cartulary.projection.kernel.Column.INSTANT;
import static org.cartulary.projection.kernel.Column.INT;
import static org.cartulary.projection.kernel.Column.TEXT;
import static org.cartulary.projection.kernel.Column.THOUSANDTHS;

import org.cartulary.events.kernel.ChannelId;
import org.cartulary.events.stock.Condition;
import org.cartulary.events.stock.StockEvent;
import org.cartulary.projection.kernel.CopyRows;
import org.cartulary.projection.kernel.Recorded;
import org.cartulary.projection.kernel.Tables;
import org.cartulary.projection.stock.Shelves.Level;

/** What each event of a batch changed on its shelf, with the running balances. */
final class Movements {

    private static final String WRITE = """
            ${schema}.movement (position, part, location, sku, kind, condition, change, sellable_after,
                quarantine_after, damaged_after, reserved_after, reference, reason, command, actor, channel,
                occurred_at, recorded_at)""";

    private static final String RESERVED = "RESERVED";

    /**
     * Why the shelf of one event changes.
     *
     * @param channel absent where the event names none: then it is the one of the command
     */
    record Cause(Recorded recorded, StockEvent event, Object reference, String reason, ChannelId channel) {}

    private final Shelves shelves;
    private final CopyRows rows = new CopyRows(
            BIGINT,
            INT,
            TEXT,
            TEXT,
            TEXT,
            TEXT,
            THOUSANDTHS,
            THOUSANDTHS,
            THOUSANDTHS,
            THOUSANDTHS,
            THOUSANDTHS,
            TEXT,
            TEXT,
            TEXT,
            TEXT,
            TEXT,
            INSTANT,
            INSTANT);
    private long lastPosition;
    private int part;

    Movements(Shelves shelves) {
        this.shelves = shelves;
    }

    void onHand(Cause cause, Condition condition, long thousandths) {
        var level = levelAt(cause);
        level.change(condition, thousandths);
        add(cause, condition, thousandths, level);
    }

    void reserved(Cause cause, long thousandths) {
        var level = levelAt(cause);
        level.reserved += thousandths;
        add(cause, RESERVED, thousandths, level);
    }

    void write(Tables tables) {
        tables.copy(WRITE, rows);
    }

    private Level levelAt(Cause cause) {
        var level = shelves.of(cause.event().stock());
        level.position = cause.recorded().position();
        return level;
    }

    private void add(Cause cause, Object condition, long change, Level level) {
        long position = cause.recorded().position();
        part = position == lastPosition ? part + 1 : 0;
        lastPosition = position;
        var event = cause.event();
        var envelope = cause.recorded().event();
        rows.add(
                position,
                part,
                event.stock().location(),
                event.stock().sku(),
                event.getClass().getSimpleName(),
                condition,
                change,
                level.sellable,
                level.quarantine,
                level.damaged,
                level.reserved,
                cause.reference(),
                cause.reason(),
                envelope.command(),
                envelope.actor(),
                cause.channel() == null ? envelope.channel() : cause.channel(),
                event.occurredAt(),
                envelope.recordedAt());
    }
}
