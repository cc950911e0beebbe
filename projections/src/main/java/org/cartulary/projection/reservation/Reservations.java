package org.cartulary.projection.reservation;

import static org.cartulary.projection.kernel.Column.BIGINT;
import static org.cartulary.projection.kernel.Column.INSTANT;
import static org.cartulary.projection.kernel.Column.INT;
import static org.cartulary.projection.kernel.Column.TEXT;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.cartulary.events.kernel.ChannelId;
import org.cartulary.events.kernel.ReservationId;
import org.cartulary.events.reservation.ReservationEvent.ReservationPlaced;
import org.cartulary.projection.kernel.Rows;
import org.cartulary.projection.kernel.Tables;

/** The reservations that a batch touches: as they were before it, and then as each event leaves them. */
final class Reservations {

    private static final String TOUCHED = """
            select reservation, owner, channel, status, expires_at, extensions, position
            from ${schema}.reservation where reservation in (select unnest(?))""";

    private static final String WRITE = """
            insert into ${schema}.reservation
                (reservation, owner, channel, status, expires_at, extensions, position)
            select * from unnest(?, ?, ?, ?, ?, ?, ?)
            on conflict (reservation) do update
            set status = excluded.status, expires_at = excluded.expires_at, extensions = excluded.extensions,
                position = excluded.position""";

    enum Status {
        ACTIVE,
        COMMITTED,
        USED,
        RELEASED,
        EXPIRED
    }

    /** @param expiresAt absent once it is committed */
    record Reservation(
            String owner, ChannelId channel, Status status, Instant expiresAt, int extensions, long position) {

        Reservation until(Instant expiresAt, int extensions, long position) {
            return new Reservation(owner, channel, status, expiresAt, extensions, position);
        }

        Reservation become(Status status, long position) {
            return new Reservation(owner, channel, status, expiresAt, extensions, position);
        }
    }

    private final Map<ReservationId, Reservation> reservations = new HashMap<>();

    void read(Collection<ReservationId> touched, Tables tables) {
        var keys = new Rows(TEXT);
        touched.forEach(keys::add);
        tables.read(
                TOUCHED, keys, (row, number) -> reservations.put(ReservationId.of(row.getString(1)), reservation(row)));
    }

    Reservation of(ReservationId reservation) {
        return reservations.get(reservation);
    }

    void place(ReservationPlaced event, long position) {
        put(
                event.reservation(),
                new Reservation(event.owner(), event.channel(), Status.ACTIVE, event.expiresAt(), 0, position));
    }

    void put(ReservationId id, Reservation reservation) {
        reservations.put(id, reservation);
    }

    void write(Tables tables) {
        var rows = new Rows(TEXT, TEXT, TEXT, TEXT, INSTANT, INT, BIGINT);
        reservations.forEach((id, reservation) -> rows.add(
                id,
                reservation.owner(),
                reservation.channel(),
                reservation.status(),
                reservation.expiresAt(),
                reservation.extensions(),
                reservation.position()));
        tables.write(WRITE, rows);
    }

    private static Reservation reservation(ResultSet row) throws SQLException {
        var expiresAt = row.getObject(5, OffsetDateTime.class);
        return new Reservation(
                row.getString(2),
                new ChannelId(row.getString(3)),
                Status.valueOf(row.getString(4)),
                expiresAt == null ? null : expiresAt.toInstant(),
                row.getInt(6),
                row.getLong(7));
    }
}
