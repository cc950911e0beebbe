package org.cartulary.projection.stock;

import static org.cartulary.projection.kernel.Column.BIGINT;
import static org.cartulary.projection.kernel.Column.TEXT;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.cartulary.events.kernel.LocationId;
import org.cartulary.events.kernel.Sku;
import org.cartulary.events.stock.Condition;
import org.cartulary.events.stock.StockId;
import org.cartulary.projection.kernel.Rows;
import org.cartulary.projection.kernel.Tables;

/** The shelves that a batch touches: as they were before it, and then as each event leaves them. */
final class Shelves {

    private static final String TOUCHED = """
            select l.location, l.sku, (l.sellable * 1000)::bigint, (l.quarantine * 1000)::bigint,
                   (l.damaged * 1000)::bigint, (l.reserved * 1000)::bigint, l.position
            from ${schema}.level l join unnest(?, ?) as touched(location, sku) using (location, sku)""";

    private static final String WRITE = """
            insert into ${schema}.level (location, sku, sellable, quarantine, damaged, reserved, position)
            select location, sku, sellable * 0.001, quarantine * 0.001, damaged * 0.001, reserved * 0.001, position
            from unnest(?, ?, ?, ?, ?, ?, ?)
                as l(location, sku, sellable, quarantine, damaged, reserved, position)
            on conflict (location, sku) do update
            set sellable = excluded.sellable, quarantine = excluded.quarantine, damaged = excluded.damaged,
                reserved = excluded.reserved, position = excluded.position""";

    /** Thousandths of a unit. They only add up what the ledger has decided, so nothing is checked again. */
    static final class Level {
        long sellable;
        long quarantine;
        long damaged;
        long reserved;
        long position;

        void change(Condition condition, long thousandths) {
            switch (condition) {
                case SELLABLE -> sellable += thousandths;
                case QUARANTINE -> quarantine += thousandths;
                case DAMAGED -> damaged += thousandths;
            }
        }
    }

    private final Map<StockId, Level> levels = new HashMap<>();

    void read(Collection<StockId> touched, Tables tables) {
        var keys = new Rows(TEXT, TEXT);
        for (var stock : touched) keys.add(stock.location(), stock.sku());
        tables.read(TOUCHED, keys, (row, number) -> levels.put(stock(row), level(row)));
    }

    /** A shelf that nothing has happened to yet is empty. */
    Level of(StockId stock) {
        return levels.computeIfAbsent(stock, key -> new Level());
    }

    void write(Tables tables) {
        var rows = new Rows(TEXT, TEXT, BIGINT, BIGINT, BIGINT, BIGINT, BIGINT);
        levels.forEach((stock, level) -> rows.add(
                stock.location(),
                stock.sku(),
                level.sellable,
                level.quarantine,
                level.damaged,
                level.reserved,
                level.position));
        tables.write(WRITE, rows);
    }

    private static StockId stock(ResultSet row) throws SQLException {
        return new StockId(new LocationId(row.getString(1)), new Sku(row.getString(2)));
    }

    private static Level level(ResultSet row) throws SQLException {
        var level = new Level();
        level.sellable = row.getLong(3);
        level.quarantine = row.getLong(4);
        level.damaged = row.getLong(5);
        level.reserved = row.getLong(6);
        level.position = row.getLong(7);
        return level;
    }
}
