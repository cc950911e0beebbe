package org.cartulary.ops.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.cartulary.command.sale.SaleCommand;
import org.cartulary.command.sale.SaleCommand.RecordSale;
import org.cartulary.events.kernel.LocationId;
import org.cartulary.events.kernel.Quantity;
import org.cartulary.events.kernel.ReservationId;
import org.cartulary.events.kernel.Sku;
import org.cartulary.events.reservation.ReservationEvent.Units;
import org.cartulary.events.returns.Disposition;
import org.cartulary.events.stock.Condition;
import org.cartulary.events.stock.StockId;

/** Units on shelves and in promises, as anybody would count them. All quantities are thousandths. */
final class Shelves {

    private final Map<StockId, Map<Condition, Long>> levels = new TreeMap<>();
    private final Map<ReservationId, Map<StockId, Long>> held = new HashMap<>();
    private final Map<StockId, Long> reserved = new HashMap<>();
    private long entered;

    /** Units that came from outside, or went there. */
    void enter(StockId shelf, Condition condition, long change) {
        entered += change;
        move(shelf, condition, change);
    }

    /** Units that came from, or went, somewhere else in the town. */
    void move(StockId shelf, Condition condition, long change) {
        long now = levels.computeIfAbsent(shelf, none -> new EnumMap<>(Condition.class))
                .merge(condition, change, Long::sum);
        assertThat(now).as(shelf + " " + condition).isNotNegative();
        assertThat(reserved(shelf)).as("reserved on " + shelf).isLessThanOrEqualTo(level(shelf, Condition.SELLABLE));
    }

    /** Units that are nowhere any more. */
    void lose(long units) {
        entered -= units;
    }

    void hold(ReservationId reservation, List<Units> units) {
        for (var unit : units) hold(reservation, unit.stock(), unit.quantity().thousandths());
    }

    private void hold(ReservationId reservation, StockId shelf, long change) {
        held.computeIfAbsent(reservation, none -> new TreeMap<>()).merge(shelf, change, Long::sum);
        reserved.merge(shelf, change, Long::sum);
        move(shelf, Condition.SELLABLE, 0);
    }

    void release(ReservationId reservation) {
        heldBy(reservation).forEach((shelf, units) -> reserved.merge(shelf, -units, Long::sum));
        held.remove(reservation);
    }

    Map<StockId, Long> heldBy(ReservationId reservation) {
        return held.getOrDefault(reservation, Map.of());
    }

    /** @return what each line gave, in thousandths; a line of a service gives all */
    List<Long> sell(RecordSale sale) {
        var sold = new ArrayList<Long>();
        for (var line : sale.lines()) sold.add(sell(sale, line));
        return sold;
    }

    private long sell(RecordSale sale, SaleCommand.Line line) {
        long asked = line.quantity().thousandths();
        if (!Town.SKUS.contains(line.sku())) return asked;
        var shelf = new StockId(line.stock() == null ? sale.location() : line.stock(), line.sku());
        long free = level(shelf, Condition.SELLABLE) - reserved(shelf);
        long sold = sale.allowPartial() ? Math.min(asked, free) : asked;
        if (line.reservation() != null) hold(line.reservation(), shelf, -sold);
        enter(shelf, Condition.SELLABLE, -sold);
        return sold;
    }

    void takeBack(LocationId place, Sku sku, Quantity quantity, Disposition disposition) {
        var condition = switch (disposition) {
            case RESTOCK -> Condition.SELLABLE;
            case QUARANTINE -> Condition.QUARANTINE;
            case DAMAGED -> Condition.DAMAGED;
            case VENDOR, DESTROY -> null;
        };
        if (condition != null) enter(new StockId(place, sku), condition, quantity.thousandths());
    }

    long level(StockId shelf, Condition condition) {
        return levels.getOrDefault(shelf, Map.of()).getOrDefault(condition, 0L);
    }

    long reserved(StockId shelf) {
        return reserved.getOrDefault(shelf, 0L);
    }

    /** Every shelf on which there is anything: sellable, quarantine, damaged, reserved. */
    Map<String, List<Long>> rows() {
        var rows = new TreeMap<String, List<Long>>();
        for (var shelf : levels.keySet())
            rows.put(
                    shelf.location() + "/" + shelf.sku(),
                    List.of(
                            level(shelf, Condition.SELLABLE),
                            level(shelf, Condition.QUARANTINE),
                            level(shelf, Condition.DAMAGED),
                            reserved(shelf)));
        rows.values().removeIf(row -> row.stream().allMatch(units -> units == 0));
        return rows;
    }

    long onHand() {
        return levels.values().stream()
                .flatMap(conditions -> conditions.values().stream())
                .mapToLong(Long::longValue)
                .sum();
    }

    long entered() {
        return entered;
    }
}
