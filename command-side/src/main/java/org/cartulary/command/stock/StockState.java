package org.cartulary.command.stock;

import static org.cartulary.command.kernel.CommandRejected.require;
import static org.cartulary.command.stock.StockRejection.*;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.axonframework.serialization.Revision;
import org.cartulary.command.kernel.CommandRejected;
import org.cartulary.command.stock.Holds.Held;
import org.cartulary.command.stock.StockCommand.AdjustStock;
import org.cartulary.command.stock.StockCommand.ReceiveGoods;
import org.cartulary.command.stock.StockCommand.ReclassifyStock;
import org.cartulary.command.stock.StockCommand.SetSafetyStock;
import org.cartulary.command.stock.StockCommand.SetStockLevel;
import org.cartulary.command.stock.StockPart.CommitHold;
import org.cartulary.command.stock.StockPart.ExpireHolds;
import org.cartulary.command.stock.StockPart.ExtendHold;
import org.cartulary.command.stock.StockPart.Hold;
import org.cartulary.command.stock.StockPart.ReleaseHold;
import org.cartulary.command.stock.StockPart.TakeBack;
import org.cartulary.command.stock.StockPart.TakeForSale;
import org.cartulary.command.stock.StockPart.TakeForTransfer;
import org.cartulary.command.stock.StockPart.TakeIn;
import org.cartulary.events.kernel.ChannelId;
import org.cartulary.events.kernel.Quantity;
import org.cartulary.events.kernel.QuantityChange;
import org.cartulary.events.kernel.ReservationId;
import org.cartulary.events.stock.Condition;
import org.cartulary.events.stock.StockEvent;
import org.cartulary.events.stock.StockEvent.*;
import org.cartulary.events.stock.StockId;

/**
 * What one shelf knows, and the rules that it enforces: nothing below zero, nothing sold or held twice, an expired hold
 * free at once. Pure: the same history and question give the same answer for ever.
 */
@Revision("1")
public record StockState(
        Quantity sellable, Quantity quarantine, Quantity damaged, Map<ChannelId, Quantity> safety, Holds holds) {

    public static final StockState EMPTY =
            new StockState(Quantity.ZERO, Quantity.ZERO, Quantity.ZERO, Map.of(), Holds.NONE);

    /**
     * @param now by the ledger's clock: what has expired by then is free
     * @throws CommandRejected with a {@link StockRejection}
     */
    public List<StockEvent> decide(StockCommand command, Instant now) {
        var decided = expire(command.stock(), now);
        decided.addAll(after(decided).decideNow(command));
        return fitting(decided);
    }

    /** The same for a part of a posting. */
    public List<StockEvent> decide(StockPart part, Instant now) {
        var decided = expire(part.stock(), now);
        decided.addAll(after(decided).decideNow(part, now));
        return fitting(decided);
    }

    private List<StockEvent> decideNow(StockCommand command) {
        return switch (command) {
            case ReceiveGoods c -> List.of(new GoodsReceived(c.stock(), c.quantity(), c.reference(), c.occurredAt()));
            case AdjustStock c ->
                List.of(adjust(c.stock(), c.condition(), c.change(), null, c.reason(), c.occurredAt()));
            case SetStockLevel c -> setLevel(c);
            case ReclassifyStock c -> reclassify(c);
            case SetSafetyStock c -> setSafety(c);
        };
    }

    private List<? extends StockEvent> decideNow(StockPart part, Instant now) {
        return switch (part) {
            case TakeForSale p -> List.of(take(p));
            case TakeBack p -> takeBack(p);
            case TakeForTransfer p -> List.of(dispatch(p));
            case TakeIn p -> takeIn(p);
            case Hold p -> List.of(hold(p, now));
            case ExtendHold p -> List.of(extend(p));
            case CommitHold p -> commit(p);
            case ReleaseHold p -> release(p);
            case ExpireHolds p -> List.of();
        };
    }

    private List<StockEvent> setLevel(SetStockLevel c) {
        var now = of(c.condition());
        require(
                now.equals(c.believed()),
                STOCK_LEVEL_CHANGED,
                c.stock() + " has " + now + " " + c.condition() + ", believed were " + c.believed());
        var change = QuantityChange.from(now, c.level());
        return change.isZero()
                ? List.of()
                : List.of(adjust(c.stock(), c.condition(), change, c.believed(), c.reason(), c.occurredAt()));
    }

    private List<StockEvent> setSafety(SetSafetyStock c) {
        var now = safety.getOrDefault(c.channel(), Quantity.ZERO);
        boolean isBelieved = c.believed() == null || now.equals(c.believed());
        require(isBelieved, SAFETY_STOCK_CHANGED, c.stock() + " keeps " + now + ", believed were " + c.believed());
        return List.of(new SafetyStockSet(c.stock(), c.channel(), c.quantity(), c.occurredAt()));
    }

    private StockAdjusted adjust(
            StockId stock, Condition condition, QuantityChange change, Quantity believed, String why, Instant at) {
        if (change.isDown()) requireUnits(stock, condition, change.size());
        return new StockAdjusted(stock, condition, change, believed, why, at);
    }

    private List<StockEvent> reclassify(ReclassifyStock c) {
        requireUnits(c.stock(), c.from(), c.quantity());
        return List.of(new StockReclassified(c.stock(), c.from(), c.to(), c.quantity(), c.reason(), c.occurredAt()));
    }

    private GoodsSold take(TakeForSale p) {
        var fromHolds = p.fromHolds().stream().map(this::stillHeld).toList();
        var own = fromHolds.stream().map(HeldUnits::quantity).reduce(Quantity.ZERO, Quantity::plus);
        requireFree(p.stock(), p.quantity().lessUpTo(own), free(p.channel(), p.overTheCounter()));
        var used =
                fromHolds.stream().filter(units -> !units.quantity().isZero()).toList();
        return new GoodsSold(p.stock(), p.sale(), p.channel(), p.quantity(), used, p.occurredAt());
    }

    private HeldUnits stillHeld(HeldUnits wanted) {
        var held = holds.get(wanted.reservation());
        var there = held == null ? Quantity.ZERO : held.quantity().min(wanted.quantity());
        return new HeldUnits(wanted.reservation(), there);
    }

    private static List<StockEvent> takeBack(TakeBack p) {
        var back = new ArrayList<StockEvent>();
        p.units()
                .forEach((condition, quantity) ->
                        back.add(new GoodsReturned(p.stock(), p.returnId(), condition, quantity, p.occurredAt())));
        return back;
    }

    /** As over the counter: the goods are at hand, so safety stock may go, but never what a hold keeps. */
    private GoodsDispatched dispatch(TakeForTransfer p) {
        requireUnits(p.stock(), Condition.SELLABLE, p.quantity());
        return new GoodsDispatched(p.stock(), p.transfer(), p.quantity(), p.occurredAt());
    }

    private static List<StockEvent> takeIn(TakeIn p) {
        var reached = new ArrayList<StockEvent>();
        p.units()
                .forEach((condition, quantity) ->
                        reached.add(new GoodsArrived(p.stock(), p.transfer(), condition, quantity, p.occurredAt())));
        if (!p.found().isZero()) reached.add(new GoodsFound(p.stock(), p.transfer(), p.found(), p.occurredAt()));
        return reached;
    }

    private StockHeld hold(Hold p, Instant now) {
        require(holds.get(p.reservation()) == null, HOLD_ALREADY_EXISTS, p.reservation() + " on " + p.stock());
        require(
                p.expiresAt().isAfter(now) && p.expiresAt().isAfter(p.occurredAt()),
                HOLD_ENDS_BEFORE_IT_BEGINS,
                "a hold can't end at " + p.expiresAt());
        requireFree(p.stock(), p.quantity(), free(p.channel(), false));
        return new StockHeld(p.stock(), p.reservation(), p.channel(), p.quantity(), p.expiresAt(), p.occurredAt());
    }

    private HoldExtended extend(ExtendHold p) {
        requireHeld(p.stock(), p.reservation());
        return new HoldExtended(p.stock(), p.reservation(), p.expiresAt(), p.occurredAt());
    }

    private List<StockEvent> commit(CommitHold p) {
        requireHeld(p.stock(), p.reservation());
        return List.of(new HoldCommitted(p.stock(), p.reservation(), p.occurredAt()));
    }

    private List<StockEvent> release(ReleaseHold p) {
        var held = holds.get(p.reservation());
        return held == null
                ? List.of()
                : List.of(new HoldReleased(p.stock(), p.reservation(), held.quantity(), p.occurredAt()));
    }

    public StockState evolve(StockEvent event) {
        return switch (event) {
            case GoodsReceived e -> add(Condition.SELLABLE, e.quantity());
            case StockAdjusted e -> with(e.condition(), e.change().applyTo(of(e.condition())));
            case StockReclassified e ->
                with(e.from(), of(e.from()).minus(e.quantity())).add(e.to(), e.quantity());
            case SafetyStockSet e -> with(e.channel(), e.quantity());
            case StockHeld e -> with(holds.with(e.reservation(), new Held(e.quantity(), e.expiresAt())));
            case HoldExtended e -> with(holds.with(e.reservation(), until(e.reservation(), e.expiresAt())));
            case HoldCommitted e -> with(holds.with(e.reservation(), until(e.reservation(), null)));
            case HoldReleased e -> with(holds.without(e.reservation()));
            case HoldExpired e -> with(holds.without(e.reservation()));
            case GoodsSold e -> sold(e);
            case GoodsReturned e -> add(e.condition(), e.quantity());
            case GoodsDispatched e -> with(Condition.SELLABLE, sellable.minus(e.quantity()));
            case GoodsArrived e -> add(e.condition(), e.quantity());
            case GoodsFound e -> add(Condition.SELLABLE, e.quantity());
        };
    }

    private Held until(ReservationId reservation, Instant expiresAt) {
        return new Held(holds.get(reservation).quantity(), expiresAt);
    }

    private StockState sold(GoodsSold e) {
        var left = holds;
        for (var units : e.fromHolds()) {
            var held = left.get(units.reservation());
            var rest = held.quantity().minus(units.quantity());
            left = rest.isZero()
                    ? left.without(units.reservation())
                    : left.with(units.reservation(), new Held(rest, held.expiresAt()));
        }
        return with(Condition.SELLABLE, sellable.minus(e.quantity())).with(left);
    }

    /** What a channel may still take: sellable, less all holds, less its safety stock unless over the counter. */
    public Quantity free(ChannelId channel, boolean overTheCounter) {
        var unheld = sellable.minus(holds.total());
        return overTheCounter ? unheld : unheld.lessUpTo(safety.getOrDefault(channel, Quantity.ZERO));
    }

    /** How many units a sale or a hold could have at most, out of its own holds and of what is free. */
    public Obtainable obtainable(TakeForSale p, Instant now) {
        var live = after(expire(p.stock(), now));
        var held = p.fromHolds().stream().map(live::stillHeld).toList();
        return new Obtainable(live.free(p.channel(), p.overTheCounter()), held);
    }

    private List<StockEvent> expire(StockId stock, Instant now) {
        var expired = new ArrayList<StockEvent>();
        for (var hold : holds.expiredAt(now))
            expired.add(new HoldExpired(stock, hold, holds.get(hold).quantity(), now));
        return expired;
    }

    /** Sellable units may only leave where no hold needs them. */
    private void requireUnits(StockId stock, Condition condition, Quantity wanted) {
        var there = condition == Condition.SELLABLE ? sellable.minus(holds.total()) : of(condition);
        requireFree(stock, wanted, there);
    }

    private static void requireFree(StockId stock, Quantity wanted, Quantity free) {
        require(!wanted.isMoreThan(free), NOT_ENOUGH_STOCK, stock + " has " + free + " free, wanted " + wanted);
    }

    private void requireHeld(StockId stock, ReservationId reservation) {
        require(holds.get(reservation) != null, HOLD_NOT_FOUND, reservation + " holds nothing on " + stock);
    }

    private List<StockEvent> fitting(List<StockEvent> decided) {
        try {
            after(decided);
            return List.copyOf(decided);
        } catch (IllegalArgumentException beyond) {
            throw new CommandRejected(STOCK_LEVEL_TOO_HIGH, beyond.getMessage());
        }
    }

    private StockState after(List<StockEvent> events) {
        var state = this;
        for (var event : events) state = state.evolve(event);
        return state;
    }

    private Quantity of(Condition condition) {
        return switch (condition) {
            case SELLABLE -> sellable;
            case QUARANTINE -> quarantine;
            case DAMAGED -> damaged;
        };
    }

    private StockState add(Condition condition, Quantity quantity) {
        return with(condition, of(condition).plus(quantity));
    }

    private StockState with(Condition condition, Quantity quantity) {
        return switch (condition) {
            case SELLABLE -> new StockState(quantity, quarantine, damaged, safety, holds);
            case QUARANTINE -> new StockState(sellable, quantity, damaged, safety, holds);
            case DAMAGED -> new StockState(sellable, quarantine, quantity, safety, holds);
        };
    }

    private StockState with(ChannelId channel, Quantity quantity) {
        var changed = new TreeMap<>(safety);
        changed.put(channel, quantity);
        return new StockState(sellable, quarantine, damaged, Map.copyOf(changed), holds);
    }

    private StockState with(Holds changed) {
        return new StockState(sellable, quarantine, damaged, safety, changed);
    }
}
