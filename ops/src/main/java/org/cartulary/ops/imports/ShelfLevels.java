package org.cartulary.ops.imports;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.cartulary.command.kernel.Sender;
import org.cartulary.command.stock.StockCommand.ReceiveGoods;
import org.cartulary.events.kernel.Quantity;
import org.cartulary.events.stock.StockId;

/** How low each shelf falls while the file's commands are applied in their order, and so with how much it must begin. */
public final class ShelfLevels {

    private static final String OPENING_STOCK = "opening stock";

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

    /**
     * Receives the smallest quantities with which no shelf ever falls below zero; shelves that need none are left out.
     *
     * @param sender of each receipt
     */
    public List<Step> receipts(Function<StockId, Sender> sender, Instant opens) {
        var steps = new ArrayList<Step>();
        opening.forEach((shelf, quantity) -> steps.add(
                Step.plain(sender.apply(shelf), new ReceiveGoods(shelf, quantity, OPENING_STOCK, opens), List.of())));
        return steps;
    }
}
