package org.cartulary.command.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.cartulary.events.LedgerEvent;
import org.cartulary.events.kernel.ReservationId;
import org.cartulary.events.stock.Condition;
import org.cartulary.events.stock.StockEvent;
import org.cartulary.events.stock.StockEvent.*;
import org.cartulary.events.stock.StockId;

/** What the recorded events of the shelves sum up to, after each of them: never below zero, never more held than sellable. */
final class EventTally {

    private final Map<String, Long> levels = new HashMap<>();
    private final Map<StockId, Map<ReservationId, Held>> holds = new HashMap<>();

    private record Held(long thousandths, Instant until) {}

    void add(LedgerEvent event) {
        if (!(event instanceof StockEvent stock)) return;
        var held = holds.computeIfAbsent(stock.stock(), none -> new HashMap<>());
        switch (stock) {
            case GoodsReceived e -> change(e, Condition.SELLABLE, e.quantity().thousandths());
            case StockAdjusted e -> change(e, e.condition(), e.change().thousandths());
            case StockReclassified e -> {
                change(e, e.from(), -e.quantity().thousandths());
                change(e, e.to(), e.quantity().thousandths());
            }
            case GoodsReturned e -> change(e, e.condition(), e.quantity().thousandths());
            case GoodsDispatched e ->
                change(e, Condition.SELLABLE, -e.quantity().thousandths());
            case GoodsArrived e -> change(e, e.condition(), e.quantity().thousandths());
            case GoodsFound e -> change(e, Condition.SELLABLE, e.quantity().thousandths());
            case GoodsSold e -> {
                change(e, Condition.SELLABLE, -e.quantity().thousandths());
                for (var units : e.fromHolds())
                    held.computeIfPresent(
                            units.reservation(),
                            (id, was) -> rest(was, units.quantity().thousandths()));
            }
            case StockHeld e -> held.put(e.reservation(), new Held(e.quantity().thousandths(), e.expiresAt()));
            case HoldExtended e -> held.computeIfPresent(e.reservation(), (id, was) -> until(was, e.expiresAt()));
            case HoldCommitted e -> held.computeIfPresent(e.reservation(), (id, was) -> until(was, null));
            case HoldReleased e -> held.remove(e.reservation());
            case HoldExpired e -> held.remove(e.reservation());
            case SafetyStockSet e -> {}
        }
        long all = held.values().stream().mapToLong(Held::thousandths).sum();
        assertThat(all).as("held on " + stock.stock()).isBetween(0L, level(stock.stock(), Condition.SELLABLE));
    }

    private static Held rest(Held was, long used) {
        assertThat(used).as("used of a hold").isLessThanOrEqualTo(was.thousandths());
        return used == was.thousandths() ? null : new Held(was.thousandths() - used, was.until());
    }

    private static Held until(Held was, Instant end) {
        return new Held(was.thousandths(), end);
    }

    private void change(StockEvent event, Condition condition, long thousandths) {
        long now = levels.merge(event.stock() + "/" + condition, thousandths, Long::sum);
        assertThat(now).as(event.stock() + " " + condition).isNotNegative();
    }

    long level(StockId shelf, Condition condition) {
        return levels.getOrDefault(shelf + "/" + condition, 0L);
    }

    /** What is held at that moment; what has run out is free, whether or not that was written down. */
    long heldAt(StockId shelf, Instant at) {
        return holds.getOrDefault(shelf, Map.of()).values().stream()
                .filter(hold -> hold.until() == null || hold.until().isAfter(at))
                .mapToLong(Held::thousandths)
                .sum();
    }
}
