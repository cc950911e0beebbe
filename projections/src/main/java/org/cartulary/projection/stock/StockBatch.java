package org.cartulary.projection.stock;

import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import org.cartulary.events.kernel.ChannelId;
import org.cartulary.events.kernel.ReservationId;
import org.cartulary.events.stock.Condition;
import org.cartulary.events.stock.StockEvent;
import org.cartulary.events.stock.StockEvent.*;
import org.cartulary.events.stock.StockId;
import org.cartulary.projection.kernel.Recorded;
import org.cartulary.projection.kernel.Tables;
import org.cartulary.projection.stock.Holds.Key;
import org.cartulary.projection.stock.Movements.Cause;

/** The stock events of one batch: what they touch is read at once, then folded in position order, then written back. */
final class StockBatch {

    private final Shelves shelves = new Shelves();
    private final Holds holds = new Holds();
    private final Safety safety = new Safety();
    private final Movements movements = new Movements(shelves);

    private StockBatch() {}

    static StockBatch read(List<Recorded> events, Tables tables) {
        var batch = new StockBatch();
        var stocks = new HashSet<StockId>();
        var keys = new HashSet<Key>();
        for (var recorded : events) {
            var event = (StockEvent) recorded.fact();
            if (!(event instanceof SafetyStockSet)) stocks.add(event.stock());
            reservationsOf(event).forEach(reservation -> keys.add(new Key(reservation, event.stock())));
        }
        batch.shelves.read(stocks, tables);
        batch.holds.read(keys, tables);
        return batch;
    }

    private static Stream<ReservationId> reservationsOf(StockEvent event) {
        return switch (event) {
            case StockHeld e -> Stream.of(e.reservation());
            case HoldExtended e -> Stream.of(e.reservation());
            case HoldCommitted e -> Stream.of(e.reservation());
            case HoldReleased e -> Stream.of(e.reservation());
            case HoldExpired e -> Stream.of(e.reservation());
            case GoodsSold e -> e.fromHolds().stream().map(HeldUnits::reservation);
            case GoodsReceived e -> Stream.empty();
            case StockAdjusted e -> Stream.empty();
            case StockReclassified e -> Stream.empty();
            case SafetyStockSet e -> Stream.empty();
            case GoodsReturned e -> Stream.empty();
            case GoodsDispatched e -> Stream.empty();
            case GoodsArrived e -> Stream.empty();
            case GoodsFound e -> Stream.empty();
        };
    }

    void apply(Recorded recorded) {
        long position = recorded.position();
        switch ((StockEvent) recorded.fact()) {
            case GoodsReceived e ->
                movements.onHand(
                        cause(recorded, e.reference()),
                        Condition.SELLABLE,
                        e.quantity().thousandths());
            case StockAdjusted e ->
                movements.onHand(
                        because(recorded, e.reason()), e.condition(), e.change().thousandths());
            case StockReclassified e -> reclassify(because(recorded, e.reason()), e);
            case SafetyStockSet e -> safety.set(e, position);
            case StockHeld e ->
                movements.reserved(cause(recorded, e.reservation(), e.channel()), holds.hold(e, position));
            case HoldExtended e -> holds.keepUntil(key(e, e.reservation()), e.expiresAt(), position);
            case HoldCommitted e -> holds.keepUntil(key(e, e.reservation()), null, position);
            case HoldReleased e -> free(recorded, e.reservation(), e.quantity().thousandths());
            case HoldExpired e -> free(recorded, e.reservation(), e.quantity().thousandths());
            case GoodsSold e -> sell(cause(recorded, e.sale(), e.channel()), e);
            case GoodsReturned e ->
                movements.onHand(
                        cause(recorded, e.returnId()),
                        e.condition(),
                        e.quantity().thousandths());
            case GoodsDispatched e ->
                movements.onHand(
                        cause(recorded, e.transfer()),
                        Condition.SELLABLE,
                        -e.quantity().thousandths());
            case GoodsArrived e ->
                movements.onHand(
                        cause(recorded, e.transfer()),
                        e.condition(),
                        e.quantity().thousandths());
            case GoodsFound e ->
                movements.onHand(
                        cause(recorded, e.transfer()),
                        Condition.SELLABLE,
                        e.quantity().thousandths());
        }
    }

    void write(Tables tables) {
        shelves.write(tables);
        safety.write(tables);
        holds.write(tables);
        movements.write(tables);
    }

    private void reclassify(Cause cause, StockReclassified event) {
        movements.onHand(cause, event.from(), -event.quantity().thousandths());
        movements.onHand(cause, event.to(), event.quantity().thousandths());
    }

    private void free(Recorded recorded, ReservationId reservation, long thousandths) {
        var event = (StockEvent) recorded.fact();
        holds.take(key(event, reservation), thousandths, recorded.position());
        movements.reserved(cause(recorded, reservation), -thousandths);
    }

    private void sell(Cause cause, GoodsSold event) {
        movements.onHand(cause, Condition.SELLABLE, -event.quantity().thousandths());
        long fromHolds = 0;
        for (var held : event.fromHolds()) {
            long thousandths = held.quantity().thousandths();
            holds.take(
                    key(event, held.reservation()),
                    thousandths,
                    cause.recorded().position());
            fromHolds += thousandths;
        }
        if (fromHolds > 0) movements.reserved(cause, -fromHolds);
    }

    private static Key key(StockEvent event, ReservationId reservation) {
        return new Key(reservation, event.stock());
    }

    private static Cause cause(Recorded recorded, Object reference) {
        return cause(recorded, reference, null);
    }

    private static Cause cause(Recorded recorded, Object reference, ChannelId channel) {
        return new Cause(recorded, (StockEvent) recorded.fact(), reference, null, channel);
    }

    private static Cause because(Recorded recorded, String reason) {
        return new Cause(recorded, (StockEvent) recorded.fact(), null, reason, null);
    }
}
