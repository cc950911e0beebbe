package org.cartulary.projection.kernel;

import static org.cartulary.projection.kernel.TestEvents.*;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.cartulary.events.LedgerEvent;
import org.cartulary.events.kernel.Quantity;
import org.cartulary.events.kernel.TransferId;
import org.cartulary.events.stock.Condition;
import org.cartulary.events.stock.StockEvent.GoodsArrived;
import org.cartulary.events.stock.StockEvent.GoodsDispatched;
import org.cartulary.events.stock.StockEvent.GoodsFound;
import org.cartulary.events.stock.StockId;
import org.cartulary.events.transfer.LineAccount;
import org.cartulary.events.transfer.LossOwner;
import org.cartulary.events.transfer.TransferEvent.*;
import org.cartulary.events.transfer.TransferLine;

/** Transfers from Lisbon to Porto as the ledger could have decided them, each a step further whenever it is asked. */
final class RandomTransfers {

    private static final LocalDate DUE = LocalDate.parse("2026-03-04");

    /** @param inTransit units that have left and are not explained; as many as were requested until they leave */
    private record OnTheWay(StockId from, Step step, long inTransit) {}

    private enum Step {
        REQUESTED,
        APPROVED,
        LEFT
    }

    private final Random random;
    private final Map<TransferId, OnTheWay> open = new TreeMap<>();
    private int transfers;

    RandomTransfers(Random random) {
        this.random = random;
    }

    /** What happens next to some transfer; a new one is of units of that shelf. */
    List<LedgerEvent> next(StockId shelf) {
        if (open.size() < 2 || random.nextInt(4) == 0) return List.of(request(shelf));
        var id = open.keySet().stream()
                .skip(random.nextInt(open.size()))
                .findFirst()
                .orElseThrow();
        var now = open.get(id);
        return switch (now.step()) {
            case REQUESTED -> approveOrCancel(id, now);
            case APPROVED -> dispatch(id, now);
            case LEFT -> random.nextInt(5) == 0 ? lose(id, now) : receive(id, now);
        };
    }

    private LedgerEvent request(StockId shelf) {
        var id = transfer(++transfers);
        long units = 1 + random.nextInt(6);
        open.put(id, new OnTheWay(shelf, Step.REQUESTED, units));
        return new TransferRequested(id, NORTHWARDS, lines(shelf, units), DUE, "Porto sells out", NOON);
    }

    private List<LedgerEvent> approveOrCancel(TransferId id, OnTheWay now) {
        var lines = lines(now.from(), now.inTransit());
        if (random.nextInt(5) == 0) {
            open.remove(id);
            return List.of(new TransferCancelled(id, NORTHWARDS, lines, "not needed", NOON));
        }
        open.put(id, new OnTheWay(now.from(), Step.APPROVED, now.inTransit()));
        return List.of(new TransferApproved(id, NORTHWARDS, lines, NOON));
    }

    private List<LedgerEvent> dispatch(TransferId id, OnTheWay now) {
        var units = Quantity.of(now.inTransit());
        open.put(id, new OnTheWay(now.from(), Step.LEFT, now.inTransit()));
        var line = new DispatchedLine(1, now.from().sku(), units, Quantity.ZERO);
        return List.of(
                new TransferDispatched(id, NORTHWARDS, List.of(line), "ctt", null, DUE, NOON),
                new GoodsDispatched(now.from(), id, units, NOON));
    }

    private List<LedgerEvent> receive(TransferId id, OnTheWay now) {
        long sound = random.nextLong(now.inTransit() + 1);
        long damaged = sound < now.inTransit() ? 1 : 0;
        boolean isLast = sound + damaged == now.inTransit();
        var surplus = Quantity.of(isLast ? random.nextInt(2) : 0);
        var shelf = new StockId(PORTO, now.from().sku());
        var line = new ReceivedLine(1, shelf.sku(), Quantity.of(sound), Quantity.of(damaged), surplus);
        var events = new ArrayList<LedgerEvent>();
        events.add(new TransferReceived(id, NORTHWARDS, List.of(line), NOON));
        explain(id, now, sound + damaged, events);
        if (sound > 0) events.add(new GoodsArrived(shelf, id, Condition.SELLABLE, Quantity.of(sound), NOON));
        if (damaged > 0) events.add(new GoodsArrived(shelf, id, Condition.DAMAGED, Quantity.of(damaged), NOON));
        if (!surplus.isZero()) events.add(new GoodsFound(shelf, id, surplus, NOON));
        return events;
    }

    private List<LedgerEvent> lose(TransferId id, OnTheWay now) {
        var events = new ArrayList<LedgerEvent>();
        if (now.inTransit() > 1) {
            events.add(new UnitsReturned(id, NORTHWARDS, lines(now.from(), 1), null, NOON));
            events.add(new GoodsArrived(now.from(), id, Condition.SELLABLE, Quantity.of(1), NOON));
        }
        long lost = now.inTransit() > 1 ? now.inTransit() - 1 : 1;
        events.add(new UnitsLost(id, NORTHWARDS, lines(now.from(), lost), LossOwner.CARRIER, "no seal", NOON));
        explain(id, now, now.inTransit(), events);
        return events;
    }

    private void explain(TransferId id, OnTheWay now, long units, List<LedgerEvent> events) {
        long left = now.inTransit() - units;
        open.put(id, new OnTheWay(now.from(), Step.LEFT, left));
        if (left > 0) return;
        open.remove(id);
        var account = LineAccount.of(1, now.from().sku(), Quantity.of(now.inTransit()));
        events.add(new TransferClosed(id, NORTHWARDS, List.of(account), NOON));
    }

    private static List<TransferLine> lines(StockId shelf, long units) {
        return List.of(new TransferLine(1, shelf.sku(), Quantity.of(units)));
    }
}
