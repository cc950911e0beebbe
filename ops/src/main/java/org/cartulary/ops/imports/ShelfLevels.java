package org.cartulary.ops.imports;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.cartulary.events.kernel.Quantity;
import org.cartulary.events.stock.StockId;

/** How low each shelf falls while the file's commands are applied in their order, and so with how much it must begin. */
public final class ShelfLevels {

    private final Map<StockId, Long> levels = new TreeMap<>();
    private final SortedMap<StockId, Quantity> opening = new TreeMap<>();

    public void apply(Step step) {
        step.changes().forEach((shelf, change) -> {
            long level = levels.merge(shelf, change, Long::sum);
            if (level < 0) opening.merge(shelf, new Quantity(-level), ShelfLevels::larger);
        });
    }

    private static Quantity larger(Quantity one, Quantity other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    /** The smallest quantities with which no shelf ever falls below zero; shelves that need none are left out. */
    public SortedMap<StockId, Quantity> opening() {
        return opening;
    }
}
