package org.cartulary.ops.retail;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.cartulary.events.kernel.Sku;

/** How low each shelf falls while the file's commands are applied in their order, and so with how much it must begin. */
final class ShelfLevels {

    private final Map<Sku, Long> levels = new TreeMap<>();
    private final SortedMap<Sku, Long> opening = new TreeMap<>();

    void apply(Step step) {
        step.changes().forEach((sku, change) -> {
            long level = levels.merge(sku, change, Long::sum);
            if (level < 0) opening.merge(sku, -level, Math::max);
        });
    }

    /** The smallest number of units with which no shelf ever falls below zero; products that need none are left out. */
    SortedMap<Sku, Long> opening() {
        return opening;
    }
}
