package org.cartulary.command.history;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.cartulary.command.Examples;
import org.cartulary.command.history.RandomSales.Ask;
import org.cartulary.command.kernel.Command;
import org.cartulary.command.reservation.ReservationCommand.*;
import org.cartulary.command.returns.ReturnCommand.Line;
import org.cartulary.command.returns.ReturnCommand.RecordReturn;
import org.cartulary.command.returns.ReturnCommand.RecordReturnWithoutReceipt;
import org.cartulary.command.returns.ReturnCommand.UnknownLine;
import org.cartulary.command.sale.SaleCommand.RecordSale;
import org.cartulary.command.stock.StockCommand.*;
import org.cartulary.events.kernel.CustomerId;
import org.cartulary.events.kernel.Quantity;
import org.cartulary.events.kernel.QuantityChange;
import org.cartulary.events.kernel.ReservationId;
import org.cartulary.events.kernel.ReturnId;
import org.cartulary.events.kernel.SaleId;
import org.cartulary.events.kernel.UnitPrice;
import org.cartulary.events.kernel.Uuid7;
import org.cartulary.events.reservation.ReservationEvent.Units;
import org.cartulary.events.returns.Disposition;
import org.cartulary.events.returns.PolicyOverride;
import org.cartulary.events.stock.Condition;
import org.cartulary.events.stock.StockId;

/** Thinks of the next command: mostly one that could be accepted, often one that just could not. */
final class RandomCommands {

    private static final List<String> OWNERS = List.of("ann", "ben", "cleo");

    private final Random random;
    private final RandomSales sales;
    private final StockModel stock;
    private final TradeModel trade;
    private Instant now = Histories.START;

    RandomCommands(Random random, StockModel stock, TradeModel trade) {
        this.random = random;
        this.sales = new RandomSales(random);
        this.stock = stock;
        this.trade = trade;
    }

    /** @param flawed whether it must be refused whatever is on the shelves */
    record Thought(Command command, boolean flawed) {}

    Thought next() {
        // Often at the very same moment, sometimes late enough for holds to run out.
        now = now.plusSeconds(random.nextInt(4) == 0 ? random.nextInt(400) : random.nextInt(2));
        int kind = random.nextInt(100);
        if (kind < 34) return sale();
        return new Thought(kind < 52 ? back() : kind < 55 ? backWithoutReceipt() : ofStock(kind), false);
    }

    /** What may stand beside others in a batch: nothing that depends on what the batch itself records of sales. */
    Command nextOfStock() {
        return ofStock(55 + random.nextInt(45));
    }

    private Command ofStock(int kind) {
        var shelf = pick(Histories.shelves());
        var condition = pick(List.of(Condition.SELLABLE, Condition.SELLABLE, Condition.QUARANTINE, Condition.DAMAGED));
        if (kind < 62) return new ReceiveGoods(shelf, units(shelf, 12), null, now);
        if (kind < 66) return adjust(shelf, condition);
        if (kind < 70) return level(shelf, condition);
        if (kind < 73) return reclassify(shelf, condition);
        if (kind < 75) return new SetSafetyStock(shelf, Examples.WEB, new Quantity(random.nextInt(3) * 1_000L), now);
        if (kind < 84 || stock.promised().isEmpty()) return place();
        return ofPromise(kind);
    }

    private Command adjust(StockId shelf, Condition condition) {
        long change = units(shelf, 4).thousandths();
        return new AdjustStock(
                shelf, condition, new QuantityChange(random.nextBoolean() ? change : -change), "count", now);
    }

    private Command level(StockId shelf, Condition condition) {
        long level = stock.level(shelf, condition);
        long believed = random.nextInt(4) == 0 ? level + 1_000 : level;
        return new SetStockLevel(shelf, condition, new Quantity(believed), units(shelf, 8), "count", now);
    }

    private Command reclassify(StockId shelf, Condition from) {
        var to = Condition.values()[(from.ordinal() + 1 + random.nextInt(2)) % 3];
        return new ReclassifyStock(shelf, from, to, units(shelf, 3), "inspected", now);
    }

    private Command place() {
        var units = new ArrayList<Units>();
        for (var shelf : Histories.shelves())
            if (units.isEmpty() && random.nextInt(4) == 0 || random.nextInt(12) == 0)
                units.add(new Units(shelf, units(shelf, 2)));
        if (units.isEmpty()) units.add(new Units(pick(Histories.shelves()), new Quantity(1_000)));
        var until =
                random.nextInt(30) == 0 ? now.plus(Duration.ofDays(31)) : now.plusSeconds(1 + random.nextInt(3_000));
        return new PlaceReservation(
                new ReservationId(Uuid7.random()),
                pick(OWNERS),
                Examples.WEB,
                units,
                until,
                random.nextInt(4) == 0,
                now);
    }

    private Command ofPromise(int kind) {
        var id = random.nextInt(20) == 0 ? new ReservationId(Uuid7.random()) : recent(stock.promised());
        boolean known = stock.promised().contains(id);
        var owner = known && random.nextInt(10) != 0 ? stock.ownerOf(id) : pick(OWNERS);
        if (kind < 88) return new ExtendReservation(id, owner, now.plusSeconds(1 + random.nextInt(4_000)), now);
        if (kind < 91) return new StartPayment(id, owner, now);
        if (kind < 95) return new CommitReservation(id, owner, now);
        return new ReleaseReservation(id, owner, "changed their mind", now);
    }

    private Thought sale() {
        var asks = new ArrayList<Ask>();
        String owner = null;
        if (random.nextInt(3) == 0 && !stock.promised().isEmpty()) {
            var id = recent(stock.promised());
            owner = stock.ownerOf(id);
            for (var left : stock.leftOf(id).entrySet())
                asks.add(new Ask(
                        left.getKey().sku(), left.getKey().location(), id, wanted(left.getKey(), left.getValue())));
        }
        for (int i = random.nextInt(4); i > 0 || asks.isEmpty(); i--) {
            var shelf = pick(Histories.shelves());
            asks.add(
                    random.nextInt(6) == 0
                            ? new Ask(Examples.POSTAGE, null, null, 1_000)
                            : new Ask(
                                    shelf.sku(),
                                    shelf.location(),
                                    null,
                                    units(shelf, 3).thousandths()));
        }
        boolean partial = owner == null && random.nextInt(4) == 0;
        RecordSale sale = sales.of(asks, owner, partial, now);
        boolean flawed = random.nextInt(12) == 0;
        return new Thought(flawed ? sales.flawed(sale) : sale, flawed);
    }

    /** All of a hold, or less, or sometimes more. */
    private long wanted(StockId shelf, long left) {
        return switch (random.nextInt(8)) {
            case 0 -> left + 1_000;
            case 1, 2 -> units(shelf, 2).thousandths();
            default -> left;
        };
    }

    private Command back() {
        var sale =
                trade.known().isEmpty() || random.nextInt(40) == 0 ? new SaleId(Uuid7.random()) : recent(trade.known());
        var lines = new ArrayList<Line>();
        if (trade.known().contains(sale))
            for (var line : trade.lines(sale)) {
                long left = trade.returnable(sale, line);
                long part = random.nextInt(3) == 0 && left > 1_000 ? left / 2_000 * 1_000 : left;
                long wanted = random.nextInt(12) == 0 ? left + 1_000 : part;
                if (wanted > 0 && random.nextInt(4) != 0) lines.add(line(lines.size() + 1, line.number(), wanted));
            }
        if (lines.isEmpty()) lines.add(line(1, 1 + random.nextInt(2), 1_000));
        long fee = random.nextInt(4) != 0 ? 0 : random.nextLong(random.nextBoolean() ? 50 : 5_000);
        return new RecordReturn(
                new ReturnId(Uuid7.random()), sale, pick(Histories.PLACES), Examples.TILL, null, lines, fee, null, now);
    }

    private Line line(int number, int saleLine, long thousandths) {
        return new Line(
                number,
                saleLine,
                new Quantity(thousandths),
                pick(List.of(Disposition.values())),
                random.nextInt(5) == 0,
                "did not fit");
    }

    private Command backWithoutReceipt() {
        var shelf = pick(Histories.shelves());
        var lowest = trade.lowest(shelf.sku());
        var price = lowest == null || random.nextInt(3) == 0 ? BigDecimal.valueOf(random.nextInt(20_000), 2) : lowest;
        var who = random.nextInt(5) == 0 ? null : CustomerId.of(pick(OWNERS));
        var override = random.nextInt(5) == 0 ? new PolicyOverride("well known", "manager-1") : null;
        var line = new UnknownLine(
                1,
                shelf.sku(),
                units(shelf, 3),
                new UnitPrice(price),
                0,
                pick(List.of(Disposition.values())),
                "a gift");
        return new RecordReturnWithoutReceipt(
                new ReturnId(Uuid7.random()),
                shelf.location(),
                Examples.TILL,
                null,
                null,
                who,
                List.of(line),
                override,
                now);
    }

    private Quantity units(StockId shelf, int most) {
        return shelf.sku().equals(Examples.TEA)
                ? new Quantity(1 + random.nextInt(most * 1_000))
                : Quantity.of(1 + random.nextInt(most));
    }

    private <T> T pick(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    /** One of the last. */
    private <T> T recent(List<T> all) {
        return all.get(all.size() - 1 - random.nextInt(Math.min(all.size(), 12)));
    }
}
