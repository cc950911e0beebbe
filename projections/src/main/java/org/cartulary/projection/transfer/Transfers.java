package org.cartulary.projection.transfer;

import static org.cartulary.projection.kernel.Column.BIGINT;
import static org.cartulary.projection.kernel.Column.DATE;
import static org.cartulary.projection.kernel.Column.INSTANT;
import static org.cartulary.projection.kernel.Column.TEXT;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.cartulary.events.kernel.LocationId;
import org.cartulary.events.kernel.Sscc;
import org.cartulary.events.kernel.TransferId;
import org.cartulary.events.transfer.Route;
import org.cartulary.events.transfer.TransferEvent.TransferDispatched;
import org.cartulary.events.transfer.TransferEvent.TransferRequested;
import org.cartulary.projection.kernel.Rows;
import org.cartulary.projection.kernel.Tables;

/** The transfers that a batch touches: as they were before it, and then as each event leaves them. */
final class Transfers {

    private static final String TOUCHED = """
            select transfer, source, destination, status, reason, carrier, sscc, expected_on, requested_at, dispatched_at,
                   ended_at, position
            from ${schema}.transfer where transfer in (select unnest(?))""";

    private static final String WRITE = """
            insert into ${schema}.transfer
                (transfer, source, destination, status, reason, carrier, sscc, expected_on, requested_at, dispatched_at,
                 ended_at, position)
            select * from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (transfer) do update
            set status = excluded.status, carrier = excluded.carrier, sscc = excluded.sscc,
                expected_on = excluded.expected_on, dispatched_at = excluded.dispatched_at,
                ended_at = excluded.ended_at, position = excluded.position""";

    enum Status {
        REQUESTED,
        APPROVED,
        DISPATCHED,
        CLOSED,
        CANCELLED
    }

    /** @param endedAt when it was closed or cancelled; absent while it is open */
    record Transfer(
            Route route,
            Status status,
            String reason,
            String carrier,
            Sscc sscc,
            LocalDate expectedOn,
            Instant requestedAt,
            Instant dispatchedAt,
            Instant endedAt,
            long position) {

        Transfer become(Status status, Instant endedAt, long position) {
            return new Transfer(
                    route, status, reason, carrier, sscc, expectedOn, requestedAt, dispatchedAt, endedAt, position);
        }

        Transfer dispatched(TransferDispatched e, long position) {
            return new Transfer(
                    route,
                    Status.DISPATCHED,
                    reason,
                    e.carrier(),
                    e.sscc(),
                    e.expectedOn(),
                    requestedAt,
                    e.occurredAt(),
                    endedAt,
                    position);
        }
    }

    private final Map<TransferId, Transfer> transfers = new HashMap<>();

    void read(Collection<TransferId> touched, Tables tables) {
        var keys = new Rows(TEXT);
        touched.forEach(keys::add);
        tables.read(TOUCHED, keys, (row, number) -> transfers.put(TransferId.of(row.getString(1)), transfer(row)));
    }

    void request(TransferRequested e, long position) {
        transfers.put(
                e.transfer(),
                new Transfer(
                        e.route(),
                        Status.REQUESTED,
                        e.reason(),
                        null,
                        null,
                        e.expectedOn(),
                        e.occurredAt(),
                        null,
                        null,
                        position));
    }

    void dispatch(TransferDispatched e, long position) {
        transfers.computeIfPresent(e.transfer(), (id, transfer) -> transfer.dispatched(e, position));
    }

    /** @param endedAt absent while it is open */
    void become(TransferId id, Status status, Instant endedAt, long position) {
        transfers.computeIfPresent(id, (same, transfer) -> transfer.become(status, endedAt, position));
    }

    /** Something happened to it that leaves it in its state. */
    void touch(TransferId id, long position) {
        transfers.computeIfPresent(
                id, (same, transfer) -> transfer.become(transfer.status(), transfer.endedAt(), position));
    }

    void write(Tables tables) {
        var rows = new Rows(TEXT, TEXT, TEXT, TEXT, TEXT, TEXT, TEXT, DATE, INSTANT, INSTANT, INSTANT, BIGINT);
        transfers.forEach((id, transfer) -> rows.add(
                id,
                transfer.route().source(),
                transfer.route().destination(),
                transfer.status(),
                transfer.reason(),
                transfer.carrier(),
                transfer.sscc(),
                transfer.expectedOn(),
                transfer.requestedAt(),
                transfer.dispatchedAt(),
                transfer.endedAt(),
                transfer.position()));
        tables.write(WRITE, rows);
    }

    private static Transfer transfer(ResultSet row) throws SQLException {
        var sscc = row.getString(7);
        return new Transfer(
                new Route(new LocationId(row.getString(2)), new LocationId(row.getString(3))),
                Status.valueOf(row.getString(4)),
                row.getString(5),
                row.getString(6),
                sscc == null ? null : new Sscc(sscc),
                row.getObject(8, LocalDate.class),
                instant(row, 9),
                instant(row, 10),
                instant(row, 11),
                row.getLong(12));
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        var moment = row.getObject(column, OffsetDateTime.class);
        return moment == null ? null : moment.toInstant();
    }
}
