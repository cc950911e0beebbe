package org.cartulary.projection.stock;

import static org.cartulary.projection.kernel.Column.BIGINT;
import static org.cartulary.projection.kernel.Column.INSTANT;
import static org.cartulary.projection.kernel.Column.TEXT;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.cartulary.events.kernel.ChannelId;
import org.cartulary.events.kernel.LocationId;
import org.cartulary.events.kernel.ReservationId;
import org.cartulary.events.kernel.Sku;
import org.cartulary.events.stock.StockEvent.StockHeld;
import org.cartulary.events.stock.StockId;
import org.cartulary.projection.kernel.Rows;
import org.cartulary.projection.kernel.Tables;

/** The holds that a batch touches: as they were before it, and then as each event leaves them. */
final class Holds {

    private static final String TOUCHED = """
            select h.reservation, h.location, h.sku, h.channel, (h.quantity * 1000)::bigint, h.expires_at, h.position
            from ${schema}.hold h
            join unnest(?, ?, ?) as touched(reservation, location, sku) using (reservation, location, sku)""";

    private static final String WRITE = """
            insert into ${schema}.hold (reservation, location, sku, channel, quantity, expires_at, position)
            select reservation, location, sku, channel, quantity * 0.001, expires_at, position
            from unnest(?, ?, ?, ?, ?, ?, ?)
                as h(reservation, location, sku, channel, quantity, expires_at, position)
            on conflict (reservation, location, sku) do update
            set channel = excluded.channel, quantity = excluded.quantity, expires_at = excluded.expires_at,
                position = excluded.position""";

    private static final String DELETE = """
            delete from ${schema}.hold using unnest(?, ?, ?) as ended(reservation, location, sku)
            where hold.reservation = ended.reservation and hold.location = ended.location and hold.sku = ended.sku""";

    record Key(ReservationId reservation, StockId stock) {}

    /** @param expiresAt absent where the hold is firm */
    private record Hold(ChannelId channel, long thousandths, Instant expiresAt, long position) {}

    private final Map<Key, Hold> holds = new HashMap<>();
    private Collection<Key> touched;

    void read(Collection<Key> touched, Tables tables) {
        this.touched = touched;
        var keys = new Rows(TEXT, TEXT, TEXT);
        for (var key : touched) add(keys, key);
        tables.read(TOUCHED, keys, (row, number) -> holds.put(key(row), hold(row)));
    }

    /** @return by how many thousandths more is held */
    long hold(StockHeld event, long position) {
        long thousandths = event.quantity().thousandths();
        var now = new Hold(event.channel(), thousandths, event.expiresAt(), position);
        var before = holds.put(new Key(event.reservation(), event.stock()), now);
        return before == null ? thousandths : thousandths - before.thousandths();
    }

    /** @param expiresAt absent where the hold becomes firm */
    void keepUntil(Key key, Instant expiresAt, long position) {
        holds.computeIfPresent(key, (k, hold) -> new Hold(hold.channel(), hold.thousandths(), expiresAt, position));
    }

    /** A hold of which nothing is left is gone. */
    void take(Key key, long thousandths, long position) {
        holds.computeIfPresent(key, (k, hold) -> {
            long left = hold.thousandths() - thousandths;
            return left == 0 ? null : new Hold(hold.channel(), left, hold.expiresAt(), position);
        });
    }

    void write(Tables tables) {
        var live = new Rows(TEXT, TEXT, TEXT, TEXT, BIGINT, INSTANT, BIGINT);
        var ended = new Rows(TEXT, TEXT, TEXT);
        for (var key : touched) {
            var hold = holds.get(key);
            if (hold == null) add(ended, key);
            else add(live, key, hold);
        }
        tables.write(WRITE, live);
        tables.write(DELETE, ended);
    }

    private static void add(Rows rows, Key key) {
        rows.add(key.reservation(), key.stock().location(), key.stock().sku());
    }

    private static void add(Rows rows, Key key, Hold hold) {
        rows.add(
                key.reservation(),
                key.stock().location(),
                key.stock().sku(),
                hold.channel(),
                hold.thousandths(),
                hold.expiresAt(),
                hold.position());
    }

    private static Key key(ResultSet row) throws SQLException {
        var stock = new StockId(new LocationId(row.getString(2)), new Sku(row.getString(3)));
        return new Key(ReservationId.of(row.getString(1)), stock);
    }

    private static Hold hold(ResultSet row) throws SQLException {
        var expiresAt = row.getObject(6, OffsetDateTime.class);
        return new Hold(
                new ChannelId(row.getString(4)),
                row.getLong(5),
                expiresAt == null ? null : expiresAt.toInstant(),
                row.getLong(7));
    }
}
