package org.cartulary.projection.reservation;

import static org.cartulary.projection.kernel.Column.BIGINT;
import static org.cartulary.projection.kernel.Column.TEXT;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.cartulary.events.kernel.LocationId;
import org.cartulary.events.kernel.ReservationId;
import org.cartulary.events.kernel.Sku;
import org.cartulary.events.reservation.ReservationEvent.ReservationPlaced;
import org.cartulary.events.reservation.ReservationEvent.ReservationUsed;
import org.cartulary.events.stock.StockId;
import org.cartulary.projection.kernel.Rows;
import org.cartulary.projection.kernel.Tables;

/** The units of the reservations that a batch touches, shelf by shelf, and how many of them sales have used. */
final class PromisedUnits {

    private static final String TOUCHED = """
            select reservation, location, sku, (quantity * 1000)::bigint, (used * 1000)::bigint
            from ${schema}.units where reservation in (select unnest(?))""";

    private static final String WRITE = """
            insert into ${schema}.units (reservation, location, sku, quantity, used)
            select reservation, location, sku, quantity * 0.001, used * 0.001
            from unnest(?, ?, ?, ?, ?) as u(reservation, location, sku, quantity, used)
            on conflict (reservation, location, sku) do update set used = excluded.used""";

    /** Thousandths of a unit. */
    private record Units(long quantity, long used) {}

    private final Map<ReservationId, Map<StockId, Units>> units = new HashMap<>();

    void read(Collection<ReservationId> touched, Tables tables) {
        var keys = new Rows(TEXT);
        touched.forEach(keys::add);
        tables.read(
                TOUCHED,
                keys,
                (row, number) -> of(ReservationId.of(row.getString(1)))
                        .put(stock(row), new Units(row.getLong(4), row.getLong(5))));
    }

    void place(ReservationPlaced event) {
        for (var placed : event.units())
            of(event.reservation())
                    .merge(placed.stock(), new Units(placed.quantity().thousandths(), 0), PromisedUnits::sum);
    }

    void use(ReservationUsed event) {
        for (var used : event.units())
            of(event.reservation())
                    .merge(used.stock(), new Units(0, used.quantity().thousandths()), PromisedUnits::sum);
    }

    boolean areUsedUp(ReservationId reservation) {
        return of(reservation).values().stream().allMatch(shelf -> shelf.used() >= shelf.quantity());
    }

    void write(Tables tables) {
        var rows = new Rows(TEXT, TEXT, TEXT, BIGINT, BIGINT);
        units.forEach((reservation, shelves) -> shelves.forEach((stock, shelf) ->
                rows.add(reservation, stock.location(), stock.sku(), shelf.quantity(), shelf.used())));
        tables.write(WRITE, rows);
    }

    private Map<StockId, Units> of(ReservationId reservation) {
        return units.computeIfAbsent(reservation, id -> new HashMap<>());
    }

    private static Units sum(Units one, Units other) {
        return new Units(one.quantity() + other.quantity(), one.used() + other.used());
    }

    private static StockId stock(ResultSet row) throws SQLException {
        return new StockId(new LocationId(row.getString(2)), new Sku(row.getString(3)));
    }
}
