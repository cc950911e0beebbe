package org.cartulary.command.sale;

import java.util.HashMap;
import java.util.Map;
import org.cartulary.command.stock.Obtainable;
import org.cartulary.events.kernel.Quantity;
import org.cartulary.events.kernel.ReservationId;
import org.cartulary.events.sale.SaleLine;
import org.cartulary.events.stock.StockId;

/**
 * Shares what is there among the lines of a partial sale, in their order. A line with a reservation takes what that holds, a
 * line without takes what is free, and neither takes from the other.
 */
final class WhatIsThere {

    /** @param reservation absent for what is free */
    private record Pool(StockId shelf, ReservationId reservation) {}

    private final Map<Pool, Quantity> left = new HashMap<>();

    void add(StockId shelf, Obtainable there, int decimals) {
        left.put(new Pool(shelf, null), there.free().downTo(decimals));
        for (var units : there.held())
            left.put(new Pool(shelf, units.reservation()), units.quantity().downTo(decimals));
    }

    Quantity take(SaleLine line) {
        var pool = new Pool(new StockId(line.stock(), line.sku()), line.reservation());
        var taken = line.quantity().min(left.get(pool));
        left.put(pool, left.get(pool).minus(taken));
        return taken;
    }
}
