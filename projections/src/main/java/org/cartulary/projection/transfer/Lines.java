package org.cartulary.projection.transfer;

import static org.cartulary.projection.kernel.Column.BIGINT;
import static org.cartulary.projection.kernel.Column.INT;
import static org.cartulary.projection.kernel.Column.NUMERIC;
import static org.cartulary.projection.kernel.Column.TEXT;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.cartulary.events.kernel.Quantity;
import org.cartulary.events.kernel.Sku;
import org.cartulary.events.kernel.TransferId;
import org.cartulary.events.kernel.UnitPrice;
import org.cartulary.events.transfer.LineAccount;
import org.cartulary.events.transfer.TransferEvent.DispatchedLine;
import org.cartulary.events.transfer.TransferEvent.ReceivedLine;
import org.cartulary.events.transfer.TransferLine;
import org.cartulary.projection.kernel.Rows;
import org.cartulary.projection.kernel.Tables;

/** The lines of the transfers that a batch touches, and what became of their units. */
final class Lines {

    private static final String TOUCHED = """
            select transfer, number, sku, (requested * 1000)::bigint, (dispatched * 1000)::bigint,
                   (received * 1000)::bigint, (damaged * 1000)::bigint, (lost * 1000)::bigint, (returned * 1000)::bigint,
                   (surplus * 1000)::bigint, unit_cost
            from ${schema}.line where transfer in (select unnest(?))""";

    private static final String WRITE = """
            insert into ${schema}.line
                (transfer, number, sku, requested, dispatched, received, damaged, lost, returned, surplus, in_transit,
                 unit_cost)
            select transfer, number, sku, requested * 0.001, dispatched * 0.001, received * 0.001, damaged * 0.001,
                   lost * 0.001, returned * 0.001, surplus * 0.001, in_transit * 0.001, unit_cost
            from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                as l(transfer, number, sku, requested, dispatched, received, damaged, lost, returned, surplus, in_transit,
                     unit_cost)
            on conflict (transfer, number) do update
            set dispatched = excluded.dispatched, received = excluded.received, damaged = excluded.damaged,
                lost = excluded.lost, returned = excluded.returned, surplus = excluded.surplus,
                in_transit = excluded.in_transit""";

    private record Key(TransferId transfer, int number) {}

    private record Line(Quantity requested, UnitPrice unitCost, LineAccount account) {}

    private final Map<Key, Line> lines = new HashMap<>();

    void read(Collection<TransferId> touched, Tables tables) {
        var keys = new Rows(TEXT);
        touched.forEach(keys::add);
        tables.read(TOUCHED, keys, (row, number) -> lines.put(key(row), line(row)));
    }

    void request(TransferId transfer, List<TransferLine> requested) {
        for (var line : requested)
            lines.put(
                    new Key(transfer, line.number()),
                    new Line(
                            line.quantity(),
                            line.unitCost(),
                            LineAccount.of(line.number(), line.sku(), Quantity.ZERO)));
    }

    void dispatch(TransferId transfer, DispatchedLine line) {
        change(transfer, line.number(), none -> LineAccount.of(line.number(), line.sku(), line.quantity()));
    }

    void receive(TransferId transfer, ReceivedLine line) {
        change(transfer, line.number(), account -> account.arrived(line.quantity(), line.damaged(), line.surplus()));
    }

    void lose(TransferId transfer, TransferLine line) {
        change(transfer, line.number(), account -> account.lose(line.quantity()));
    }

    void takeBack(TransferId transfer, TransferLine line) {
        change(transfer, line.number(), account -> account.takeBack(line.quantity()));
    }

    private void change(TransferId transfer, int number, UnaryOperator<LineAccount> change) {
        lines.computeIfPresent(
                new Key(transfer, number),
                (key, line) -> new Line(line.requested(), line.unitCost(), change.apply(line.account())));
    }

    void write(Tables tables) {
        var rows = new Rows(TEXT, INT, TEXT, BIGINT, BIGINT, BIGINT, BIGINT, BIGINT, BIGINT, BIGINT, BIGINT, NUMERIC);
        lines.forEach((key, line) -> add(rows, key, line));
        tables.write(WRITE, rows);
    }

    private static void add(Rows rows, Key key, Line line) {
        var account = line.account();
        rows.add(
                key.transfer(),
                key.number(),
                account.sku(),
                line.requested().thousandths(),
                account.dispatched().thousandths(),
                account.received().thousandths(),
                account.damaged().thousandths(),
                account.lost().thousandths(),
                account.returned().thousandths(),
                account.surplus().thousandths(),
                account.inTransit().thousandths(),
                line.unitCost());
    }

    private static Key key(ResultSet row) throws SQLException {
        return new Key(TransferId.of(row.getString(1)), row.getInt(2));
    }

    private static Line line(ResultSet row) throws SQLException {
        var account = new LineAccount(
                row.getInt(2),
                new Sku(row.getString(3)),
                new Quantity(row.getLong(5)),
                new Quantity(row.getLong(6)),
                new Quantity(row.getLong(7)),
                new Quantity(row.getLong(8)),
                new Quantity(row.getLong(9)),
                new Quantity(row.getLong(10)));
        var unitCost = row.getBigDecimal(11);
        return new Line(new Quantity(row.getLong(4)), unitCost == null ? null : new UnitPrice(unitCost), account);
    }
}
