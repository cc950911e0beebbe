package org.cartulary.command.history;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.cartulary.command.kernel.Command;
import org.cartulary.command.reservation.ReservationCommand.*;
import org.cartulary.command.sale.SaleCommand.Line;
import org.cartulary.command.sale.SaleCommand.RecordSale;
import org.cartulary.command.stock.StockCommand.*;
import org.cartulary.events.kernel.ChannelId;
import org.cartulary.events.kernel.ReservationId;
import org.cartulary.events.sale.Handover;
import org.cartulary.events.stock.Condition;
import org.cartulary.events.stock.StockId;

/**
 * The stock rules a second time, as plainly as can be: numbers in maps, in thousandths of a unit. What is reserved is not
 * kept but summed up over the promises that live at the moment. It expects time not to go backwards.
 */
final class StockModel {

    private static final long LONGEST_SECONDS = Duration.ofDays(30).toSeconds();

    private final Map<String, Long> levels = new TreeMap<>();
    private final Map<String, Long> safety = new HashMap<>();
    private final Map<ReservationId, Promise> promises = new LinkedHashMap<>();

    /** @param until absent where it is firm */
    private record Promise(
            String owner, Instant until, int extensions, boolean paid, boolean released, Map<StockId, Long> left) {

        boolean livesAt(Instant at) {
            return !released && (until == null || until.isAfter(at));
        }

        Promise until(Instant end, int extended, boolean paying) {
            return new Promise(owner, end, extended, paying, released, left);
        }
    }

    StockModel copy() {
        var copy = new StockModel();
        copy.levels.putAll(levels);
        copy.safety.putAll(safety);
        copy.promises.putAll(promises);
        return copy;
    }

    long level(StockId shelf, Condition condition) {
        return levels.getOrDefault(shelf + "/" + condition, 0L);
    }

    long reserved(StockId shelf, Instant at) {
        return promises.values().stream()
                .filter(promise -> promise.livesAt(at))
                .mapToLong(promise -> promise.left().getOrDefault(shelf, 0L))
                .sum();
    }

    /** In the order in which they were made. */
    List<ReservationId> promised() {
        return List.copyOf(promises.keySet());
    }

    String ownerOf(ReservationId id) {
        return promises.get(id).owner();
    }

    Map<StockId, Long> leftOf(ReservationId id) {
        return new TreeMap<>(promises.get(id).left());
    }

    private long free(StockId shelf, ChannelId channel, boolean counter, Instant at) {
        long unheld = level(shelf, Condition.SELLABLE) - reserved(shelf, at);
        return counter ? unheld : Math.max(0, unheld - safety.getOrDefault(shelf + "/" + channel, 0L));
    }

    /** The code with which the command must be refused; null where it must be accepted. */
    String refusal(Command command) {
        return switch (command) {
            case AdjustStock c ->
                c.change().isDown()
                                && !canLose(
                                        c.stock(), c.condition(), -c.change().thousandths(), c.occurredAt())
                        ? "NOT_ENOUGH_STOCK"
                        : null;
            case SetStockLevel c -> refusal(c);
            case ReclassifyStock c ->
                canLose(c.stock(), c.from(), c.quantity().thousandths(), c.occurredAt()) ? null : "NOT_ENOUGH_STOCK";
            case PlaceReservation c -> refusal(c);
            case ExtendReservation c -> refusal(c);
            case StartPayment c -> {
                var dead = dead(c.reservation(), c.owner(), c.occurredAt());
                yield dead == null && promises.get(c.reservation()).paid() ? "PAYMENT_ALREADY_STARTED" : dead;
            }
            case CommitReservation c -> dead(c.reservation(), c.owner(), c.occurredAt());
            case ReleaseReservation c -> notHis(c.reservation(), c.owner());
            case RecordSale c -> refusal(c);
            default -> null;
        };
    }

    private boolean canLose(StockId shelf, Condition condition, long wanted, Instant at) {
        long kept = condition == Condition.SELLABLE ? reserved(shelf, at) : 0;
        return level(shelf, condition) - kept >= wanted;
    }

    private String refusal(SetStockLevel c) {
        long now = level(c.stock(), c.condition());
        if (now != c.believed().thousandths()) return "STOCK_LEVEL_CHANGED";
        long down = now - c.level().thousandths();
        return down > 0 && !canLose(c.stock(), c.condition(), down, c.occurredAt()) ? "NOT_ENOUGH_STOCK" : null;
    }

    private String refusal(PlaceReservation c) {
        var got = granted(c);
        if (c.allowPartial() && got.isEmpty()) return "NOT_ENOUGH_STOCK";
        if (promises.containsKey(c.reservation())) return "RESERVATION_ALREADY_PLACED";
        if (isTooLong(c.occurredAt(), c.expiresAt())) return "RESERVATION_TOO_LONG";
        boolean all = c.units().stream()
                .allMatch(units ->
                        got.getOrDefault(units.stock(), 0L) == units.quantity().thousandths());
        return all || c.allowPartial() ? null : "NOT_ENOUGH_STOCK";
    }

    private Map<StockId, Long> granted(PlaceReservation c) {
        var got = new HashMap<StockId, Long>();
        for (var units : c.units()) {
            long there =
                    Math.min(units.quantity().thousandths(), free(units.stock(), c.channel(), false, c.occurredAt()));
            if (there > 0) got.put(units.stock(), there);
        }
        return got;
    }

    private static boolean isTooLong(Instant from, Instant until) {
        return Duration.between(from, until).toSeconds() > LONGEST_SECONDS;
    }

    private String refusal(ExtendReservation c) {
        var dead = dead(c.reservation(), c.owner(), c.occurredAt());
        if (dead != null) return dead;
        var promise = promises.get(c.reservation());
        if (isTooLong(c.occurredAt(), c.expiresAt())) return "RESERVATION_TOO_LONG";
        if (!c.expiresAt().isAfter(promise.until())) return "EXTENSION_ENDS_NO_LATER";
        return promise.extensions() == 3 ? "TOO_MANY_EXTENSIONS" : null;
    }

    private String notHis(ReservationId id, String asking) {
        if (!promises.containsKey(id)) return "RESERVATION_UNKNOWN";
        return ownerOf(id).equals(asking) ? null : "RESERVATION_OF_ANOTHER_OWNER";
    }

    /** Why nothing can be done with a promise that is not firm. */
    private String dead(ReservationId id, String asking, Instant at) {
        var unusable = unusable(id, asking, at);
        return unusable == null && promises.get(id).until() == null ? "RESERVATION_ALREADY_COMMITTED" : unusable;
    }

    private String unusable(ReservationId id, String asking, Instant at) {
        var other = notHis(id, asking);
        if (other != null) return other;
        var promise = promises.get(id);
        if (promise.released()) return "RESERVATION_RELEASED";
        if (promise.left().isEmpty()) return "RESERVATION_USED_UP";
        return promise.livesAt(at) ? null : "RESERVATION_EXPIRED";
    }

    private String refusal(RecordSale c) {
        if (c.allowPartial()) {
            boolean goods = c.lines().stream().anyMatch(Histories::isOfGoods);
            boolean some = sold(c).stream().anyMatch(units -> units > 0);
            return goods && !some ? "NOT_ENOUGH_STOCK" : null;
        }
        var demand = new TreeMap<StockId, Long>();
        var promised = new TreeMap<StockId, Long>();
        for (var line : c.lines()) {
            if (!Histories.isOfGoods(line)) continue;
            demand.merge(Histories.shelf(c, line), line.quantity().thousandths(), Long::sum);
            if (line.reservation() == null) continue;
            var unusable = unusable(line.reservation(), c.owner(), c.occurredAt());
            if (unusable != null) return unusable;
            promised.merge(Histories.shelf(c, line), line.quantity().thousandths(), Long::sum);
            if (promised.get(Histories.shelf(c, line))
                    > leftOf(line.reservation()).getOrDefault(Histories.shelf(c, line), 0L))
                return "RESERVATION_HOLDS_LESS";
        }
        boolean counter = c.handover() == Handover.COUNTER;
        for (var shelf : demand.keySet())
            if (demand.get(shelf) - promised.getOrDefault(shelf, 0L)
                    > free(shelf, c.channel(), counter, c.occurredAt())) return "NOT_ENOUGH_STOCK";
        return null;
    }

    /** How much of each line of goods a partial sale sells; nothing of services is counted. */
    List<Long> sold(RecordSale c) {
        var there = new HashMap<StockId, Long>();
        var sold = new ArrayList<Long>();
        for (var line : c.lines()) {
            if (!Histories.isOfGoods(line)) {
                sold.add(0L);
                continue;
            }
            var shelf = Histories.shelf(c, line);
            long free = there.computeIfAbsent(
                    shelf, any -> free(shelf, c.channel(), c.handover() == Handover.COUNTER, c.occurredAt()));
            long taken = c.allowPartial()
                    ? Math.min(free, line.quantity().thousandths())
                    : line.quantity().thousandths();
            there.put(shelf, free - taken);
            sold.add(taken);
        }
        return sold;
    }

    /** What an accepted command does. */
    void apply(Command command) {
        switch (command) {
            case ReceiveGoods c ->
                change(c.stock(), Condition.SELLABLE, c.quantity().thousandths());
            case AdjustStock c -> change(c.stock(), c.condition(), c.change().thousandths());
            case SetStockLevel c ->
                change(
                        c.stock(),
                        c.condition(),
                        c.level().thousandths() - c.believed().thousandths());
            case ReclassifyStock c -> {
                change(c.stock(), c.from(), -c.quantity().thousandths());
                change(c.stock(), c.to(), c.quantity().thousandths());
            }
            case SetSafetyStock c ->
                safety.put(c.stock() + "/" + c.channel(), c.quantity().thousandths());
            case PlaceReservation c ->
                promises.put(c.reservation(), new Promise(c.owner(), c.expiresAt(), 0, false, false, granted(c)));
            case ExtendReservation c ->
                promises.computeIfPresent(
                        c.reservation(), (id, p) -> p.until(c.expiresAt(), p.extensions() + 1, p.paid()));
            case StartPayment c -> promises.computeIfPresent(c.reservation(), (id, p) -> paying(p, c.occurredAt()));
            case CommitReservation c ->
                promises.computeIfPresent(c.reservation(), (id, p) -> p.until(null, p.extensions(), p.paid()));
            case ReleaseReservation c ->
                promises.computeIfPresent(c.reservation(), (id, p) -> p.left().isEmpty() ? p : released(p));
            case RecordSale c -> sell(c);
            default -> {}
        }
    }

    private static Promise paying(Promise promise, Instant at) {
        var frozen = at.plus(Duration.ofMinutes(15));
        var until = frozen.isAfter(promise.until()) ? frozen : promise.until();
        return promise.until(until, promise.extensions(), true);
    }

    private static Promise released(Promise p) {
        return new Promise(p.owner(), p.until(), p.extensions(), p.paid(), true, p.left());
    }

    private void sell(RecordSale c) {
        var sold = sold(c);
        for (var line : c.lines()) {
            long units = sold.get(line.number() - 1);
            if (units == 0) continue;
            change(Histories.shelf(c, line), Condition.SELLABLE, -units);
            if (line.reservation() != null) promises.computeIfPresent(line.reservation(), (id, p) -> less(p, c, line));
        }
    }

    private static Promise less(Promise p, RecordSale sale, Line line) {
        var left = new HashMap<>(p.left());
        var shelf = Histories.shelf(sale, line);
        left.merge(shelf, -line.quantity().thousandths(), Long::sum);
        left.remove(shelf, 0L);
        return new Promise(p.owner(), p.until(), p.extensions(), p.paid(), p.released(), left);
    }

    void change(StockId shelf, Condition condition, long thousandths) {
        levels.merge(shelf + "/" + condition, thousandths, Long::sum);
    }
}
