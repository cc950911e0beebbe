package org.cartulary.ops.model;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import org.cartulary.command.kernel.Answer;
import org.cartulary.command.kernel.Command;
import org.cartulary.command.loyalty.LoyaltyCommand.AdjustPoints;
import org.cartulary.command.reservation.ReservationCommand.*;
import org.cartulary.command.returns.ReturnCommand;
import org.cartulary.command.returns.ReturnCommand.RecordReturn;
import org.cartulary.command.returns.ReturnCommand.RecordReturnWithoutReceipt;
import org.cartulary.command.returns.ReturnCommand.RefundAs;
import org.cartulary.command.returns.ReturnCommand.UnknownLine;
import org.cartulary.command.sale.SaleCommand.RecordSale;
import org.cartulary.command.stock.StockCommand.*;
import org.cartulary.command.storedvalue.StoredValueCommand.*;
import org.cartulary.command.transfer.TransferCommand.*;
import org.cartulary.events.kernel.Quantity;
import org.cartulary.events.kernel.QuantityChange;
import org.cartulary.events.kernel.ReservationId;
import org.cartulary.events.kernel.ReturnId;
import org.cartulary.events.kernel.StoredValueId;
import org.cartulary.events.kernel.TransferId;
import org.cartulary.events.kernel.UnitPrice;
import org.cartulary.events.kernel.Uuid7;
import org.cartulary.events.reservation.ReservationEvent.Units;
import org.cartulary.events.returns.Disposition;
import org.cartulary.events.returns.PolicyOverride;
import org.cartulary.events.stock.Condition;
import org.cartulary.events.stock.StockId;
import org.cartulary.events.storedvalue.AccountKind;
import org.cartulary.events.transfer.LossOwner;
import org.cartulary.events.transfer.TransferLine;

/** Thinks of commands of all kinds without knowing what the shelves hold: many are granted, many are not. */
final class RandomWorker {

    private final Random random;
    private final Acquaintances known;
    private final RandomBaskets baskets;
    private final RandomExchanges exchanges;
    private final RandomRest rest;

    /** @param dryRun asks the ledger what would happen */
    RandomWorker(Random random, Acquaintances known, Function<Command, Answer> dryRun) {
        this.random = random;
        this.known = known;
        this.baskets = new RandomBaskets(random, known);
        this.exchanges = new RandomExchanges(random, dryRun);
        this.rest = new RandomRest(random, known);
    }

    Command next() {
        var now = Instant.now();
        int kind = random.nextInt(100);
        if (kind < 34) return baskets.sale(now);
        if (kind < 46) return back(now);
        if (kind < 48) return backWithoutReceipt(now);
        if (kind < 64) return ofShelves(kind, now);
        if (kind < 73) return ofReservations(now);
        if (kind < 79) return ofWallets(now);
        if (kind < 82) return rest.next(now);
        return ofTransfers(now);
    }

    private Command ofShelves(int kind, Instant now) {
        var shelf = shelf();
        if (kind < 56) return new ReceiveGoods(shelf, units(20), null, now);
        var condition = pick(List.of(Condition.values()));
        if (kind < 60)
            return new AdjustStock(
                    shelf, condition, QuantityChange.parse(random.nextBoolean() ? "1" : "-1"), "counted", now);
        var other = Condition.values()[(condition.ordinal() + 1 + random.nextInt(2)) % 3];
        return new ReclassifyStock(shelf, condition, other, units(3), "inspected", now);
    }

    private Command ofReservations(Instant now) {
        var placed = known.reservations.pick(random);
        int kind = random.nextInt(10);
        if (placed == null || kind < 6) return place(now);
        if (kind < 7)
            return new ExtendReservation(placed.reservation(), placed.owner(), now.plus(Duration.ofHours(2)), now);
        if (kind < 8) return new CommitReservation(placed.reservation(), placed.owner(), now);
        return new ReleaseReservation(placed.reservation(), placed.owner(), "changed their mind", now);
    }

    private PlaceReservation place(Instant now) {
        var units = new ArrayList<Units>();
        units.add(new Units(shelf(), units(2)));
        return new PlaceReservation(
                new ReservationId(Uuid7.random()),
                "cart-" + random.nextInt(1_000),
                Town.TILL,
                units,
                now.plus(Duration.ofHours(1)),
                false,
                now);
    }

    private Command back(Instant now) {
        var sale = known.sales.pick(random);
        if (sale == null) return baskets.sale(now);
        var back = new RecordReturn(
                new ReturnId(Uuid7.random()),
                sale.sale(),
                pick(Town.LOCATIONS),
                Town.TILL,
                null,
                backLines(sale),
                0,
                new PolicyOverride("well known", "manager-1"),
                random.nextInt(6) == 0 ? pick(List.of(RefundAs.values())) : null,
                null,
                now);
        return random.nextInt(6) == 0 ? exchanges.of(back) : back;
    }

    private List<ReturnCommand.Line> backLines(RecordSale sale) {
        var lines = new ArrayList<ReturnCommand.Line>();
        for (var line : sale.lines())
            if (lines.isEmpty() || random.nextBoolean())
                lines.add(new ReturnCommand.Line(
                        lines.size() + 1,
                        line.number(),
                        random.nextBoolean() ? line.quantity() : Quantity.of(1),
                        pick(List.of(Disposition.values())),
                        false,
                        "did not fit"));
        return lines;
    }

    private Command backWithoutReceipt(Instant now) {
        var line = new UnknownLine(
                1, pick(Town.SKUS), units(2), UnitPrice.of("2.5"), 0, pick(List.of(Disposition.values())), "a gift");
        return new RecordReturnWithoutReceipt(
                new ReturnId(Uuid7.random()),
                pick(Town.LOCATIONS),
                Town.TILL,
                null,
                null,
                pick(Town.CUSTOMERS),
                List.of(line),
                new PolicyOverride("well known", "manager-1"),
                now);
    }

    private Command ofWallets(Instant now) {
        if (random.nextInt(4) == 0)
            return new AdjustPoints(
                    Town.CLUB, pick(Town.CUSTOMERS), random.nextInt(4) == 0 ? -20 : 20, "goodwill", now);
        var wallet = known.wallets.pick(random);
        int kind = random.nextInt(10);
        if (wallet == null || kind < 4)
            return new IssueStoredValue(
                    new StoredValueId(Uuid7.random()),
                    pick(List.of(AccountKind.values())),
                    pick(Town.LOCATIONS),
                    Town.EUR,
                    500 + random.nextInt(5_000),
                    null,
                    null,
                    "goodwill",
                    now);
        if (kind < 8)
            return new LoadStoredValue(
                    wallet.account(), pick(Town.LOCATIONS), Town.EUR, 1 + random.nextInt(2_000), null, "goodwill", now);
        if (kind < 9) return new BlockStoredValue(wallet.account(), "lost", now);
        return new UnblockStoredValue(wallet.account(), "found", now);
    }

    private Command ofTransfers(Instant now) {
        var asked = known.transfers.pick(random);
        int kind = random.nextInt(24);
        if (asked == null || kind < 7) return request(now);
        if (kind < 11) return new ApproveTransfer(asked.transfer(), now);
        if (kind < 16) return dispatch(asked, now);
        if (kind < 22) return receive(asked, now);
        if (kind < 23) return new CancelTransfer(asked.transfer(), "not needed", now);
        boolean returned = random.nextBoolean();
        return new CloseTransfer(
                asked.transfer(), returned ? null : pick(List.of(LossOwner.values())), returned, "nothing came", now);
    }

    private RequestTransfer request(Instant now) {
        int from = random.nextInt(Town.LOCATIONS.size());
        int to = (from + 1 + random.nextInt(Town.LOCATIONS.size() - 1)) % Town.LOCATIONS.size();
        var lines = new ArrayList<TransferLine>();
        for (int number = 1; number <= 1 + random.nextInt(2); number++)
            lines.add(new TransferLine(number, pick(Town.SKUS), units(5)));
        return new RequestTransfer(
                new TransferId(Uuid7.random()),
                Town.LOCATIONS.get(from),
                Town.LOCATIONS.get(to),
                lines,
                null,
                "sells out",
                now);
    }

    private DispatchTransfer dispatch(RequestTransfer asked, Instant now) {
        var sent = new ArrayList<Sent>();
        for (var line : asked.lines())
            if (sent.isEmpty() || random.nextInt(4) > 0)
                sent.add(new Sent(line.number(), random.nextInt(4) > 0 ? line.quantity() : Quantity.of(1)));
        return new DispatchTransfer(asked.transfer(), sent, null, null, null, now);
    }

    private ReceiveTransfer receive(RequestTransfer asked, Instant now) {
        var line = asked.lines().get(random.nextInt(asked.lines().size()));
        var all = line.quantity();
        var arrived = switch (random.nextInt(6)) {
            case 0 -> new Arrived(line.number(), Quantity.of(1), null, null, null, null);
            case 1 -> new Arrived(line.number(), null, Quantity.of(1), null, null, null);
            case 2 -> new Arrived(line.number(), null, null, Quantity.of(1), null, null);
            case 3 -> new Arrived(line.number(), null, null, null, Quantity.of(1), null);
            case 4 -> new Arrived(line.number(), all, null, null, null, Quantity.of(1));
            default -> new Arrived(line.number(), all, null, null, null, null);
        };
        return new ReceiveTransfer(
                asked.transfer(), List.of(arrived), pick(List.of(LossOwner.values())), "as counted", now);
    }

    private StockId shelf() {
        return new StockId(pick(Town.LOCATIONS), pick(Town.SKUS));
    }

    private Quantity units(int most) {
        return Quantity.of(1 + random.nextInt(most));
    }

    private <T> T pick(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}
