package org.cartulary.projection.kernel;

import static org.cartulary.projection.kernel.TestEvents.*;

import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.cartulary.events.LedgerEvent;
import org.cartulary.events.finance.FinanceEvent.FinancialAdjustmentRecorded;
import org.cartulary.events.kernel.AdjustmentId;
import org.cartulary.events.kernel.ClientId;
import org.cartulary.events.kernel.Gtin;
import org.cartulary.events.kernel.Money;
import org.cartulary.events.kernel.Quantity;
import org.cartulary.events.kernel.QuantityChange;
import org.cartulary.events.kernel.ReservationId;
import org.cartulary.events.kernel.Sku;
import org.cartulary.events.kernel.Uuid7;
import org.cartulary.events.ledger.CommandRecorded;
import org.cartulary.events.ledger.CommandRecorded.Outcome;
import org.cartulary.events.location.LocationEvent.LocationRegistered;
import org.cartulary.events.location.ReturnPolicy;
import org.cartulary.events.product.ProductEvent.GtinAssigned;
import org.cartulary.events.product.ProductEvent.Kind;
import org.cartulary.events.product.ProductEvent.ProductRegistered;
import org.cartulary.events.reservation.ReservationEvent.*;
import org.cartulary.events.reservation.ReservationPolicy;
import org.cartulary.events.sale.Discount;
import org.cartulary.events.sale.SaleEvent.ReturnedUnits;
import org.cartulary.events.sale.SaleEvent.SaleReturned;
import org.cartulary.events.stock.Condition;
import org.cartulary.events.stock.StockEvent.*;
import org.cartulary.events.stock.StockId;

/** Events as the ledger could have decided them, the same for the same seed, with a model of what is on the shelves. */
public final class RandomHistory {

    /** What a shelf holds by a second way of counting, in whole units. */
    public static final class Shelf {
        public long sellable;
        public long quarantine;
        public long damaged;
        final Map<ReservationId, Long> holds = new TreeMap<>();

        public long reserved() {
            return holds.values().stream().mapToLong(Long::longValue).sum();
        }
    }

    private final Random random;
    private final List<LedgerEvent> events = new ArrayList<>();
    private final Map<StockId, Shelf> shelves = new TreeMap<>();
    private final RandomTransfers transfers;
    private final RandomAccounts accounts;
    private final RandomLoyalty loyalty;
    private final List<Integer> sales = new ArrayList<>();
    private int products;
    private int commands;
    private int reservations;
    private int returns;

    public RandomHistory(long seed, int commands) {
        this.random = new Random(seed);
        this.transfers = new RandomTransfers(random);
        this.accounts = new RandomAccounts(random);
        this.loyalty = new RandomLoyalty(random);
        events.add(new LocationRegistered(
                LISBON, "Lisbon", PORTUGAL, ZoneId.of("UTC"), LocalTime.MIN, EUR, 1, ReturnPolicy.DEFAULT, null, NOON));
        IntStream.range(0, 8).forEach(i -> register());
        while (this.commands < commands) command();
    }

    public List<LedgerEvent> events() {
        return events;
    }

    public Map<StockId, Shelf> shelves() {
        return shelves;
    }

    private void command() {
        int before = events.size();
        switch (random.nextInt(17)) {
            case 0 -> register();
            case 1, 2, 3 -> receive();
            case 4 -> adjust();
            case 5 -> reclassify();
            case 6 -> events.add(new SafetyStockSet(anyStock(), random.nextBoolean() ? WEB : TILL, some(5), NOON));
            case 7 -> reserve();
            case 8 -> endOrKeep();
            case 9, 10 -> sell();
            case 11, 12 -> transfers.next(anyStock()).forEach(this::moved);
            case 13 -> events.addAll(accounts.next());
            case 14, 15 -> events.addAll(loyalty.next());
            default -> takeBack();
        }
        record(events.size() - before);
    }

    private void record(int count) {
        commands++;
        if (random.nextInt(20) == 0) payDebt();
        events.add(new CommandRecorded(
                new ClientId("shop"),
                "key-" + commands,
                "some.Command",
                "0".repeat(64),
                count == 0 ? Outcome.REFUSED : Outcome.ACCEPTED,
                count,
                count == 0 ? "NOT_ENOUGH_STOCK" : null,
                null,
                null,
                null,
                null,
                NOON));
    }

    private void payDebt() {
        events.add(new FinancialAdjustmentRecorded(
                new AdjustmentId(Uuid7.named(NOON, "debt " + commands)),
                LISBON,
                WEB,
                PORTUGAL,
                MARCH_1,
                org.cartulary.events.finance.FinanceEvent.Kind.BAD_DEBT,
                new Money(-random.nextInt(10_000), EUR),
                null,
                "debt",
                NOON));
    }

    private void register() {
        var sku = new Sku("SKU-" + ++products);
        var gtins = IntStream.range(0, random.nextInt(3))
                .mapToObj(i -> gtin(products * 10 + i))
                .toList();
        events.add(new ProductRegistered(sku, "Product", Kind.GOODS, "EA", 0, gtins, NOON));
        gtins.forEach(gtin -> events.add(new GtinAssigned(gtin, sku, NOON)));
        shelves.put(new StockId(LISBON, sku), new Shelf());
    }

    private static Gtin gtin(int number) {
        var digits = "%07d".formatted(number);
        int sum = IntStream.range(0, 7)
                .map(i -> (digits.charAt(i) - '0') * (i % 2 == 0 ? 3 : 1))
                .sum();
        return new Gtin(digits + (10 - sum % 10) % 10);
    }

    private void receive() {
        var stock = anyStock();
        var quantity = some(20);
        shelves.get(stock).sellable += whole(quantity);
        events.add(new GoodsReceived(stock, quantity, "PO", NOON));
    }

    private void adjust() {
        var stock = anyStock();
        shelves.get(stock).damaged += 2;
        events.add(new StockAdjusted(stock, Condition.DAMAGED, QuantityChange.parse("2"), null, "found", NOON));
    }

    private void reclassify() {
        var stock = anyStock();
        var shelf = shelves.get(stock);
        if (shelf.damaged == 0) return;
        shelf.damaged--;
        shelf.quarantine++;
        events.add(new StockReclassified(
                stock, Condition.DAMAGED, Condition.QUARANTINE, Quantity.of(1), "looked at again", NOON));
    }

    private void reserve() {
        var stock = anyStock();
        var quantity = some(4);
        var id = reservation(++reservations);
        shelves.get(stock).holds.put(id, whole(quantity));
        var until = NOON.plusSeconds(random.nextInt(1_000));
        events.add(new ReservationPlaced(
                id, "cart", WEB, List.of(new Units(stock, quantity)), until, ReservationPolicy.DEFAULT, NOON));
        events.add(new StockHeld(stock, id, WEB, quantity, until, NOON));
    }

    private void endOrKeep() {
        var stock = anyStock();
        var holds = shelves.get(stock).holds;
        if (holds.isEmpty()) return;
        var id = holds.keySet().iterator().next();
        switch (random.nextInt(4)) {
            case 0 -> {
                events.add(new ReservationExtended(id, NOON.plusSeconds(2_000), NOON));
                events.add(new HoldExtended(stock, id, NOON.plusSeconds(2_000), NOON));
            }
            case 1 -> {
                events.add(new ReservationCommitted(id, NOON));
                events.add(new HoldCommitted(stock, id, NOON));
            }
            case 2 -> {
                events.add(new HoldReleased(stock, id, Quantity.of(holds.remove(id)), NOON));
                events.add(new ReservationReleased(id, null, NOON));
            }
            default -> {
                events.add(new HoldExpired(stock, id, Quantity.of(holds.remove(id)), NOON));
                events.add(new ReservationExpired(id, NOON));
            }
        }
    }

    private void sell() {
        var stock = anyStock();
        var shelf = shelves.get(stock);
        long fromHold = shelf.holds.isEmpty() ? 0 : 1;
        if (shelf.sellable < fromHold + 1) return;
        sales.add(commands);
        var held = new ArrayList<HeldUnits>();
        if (fromHold > 0) held.add(useOne(stock, shelf));
        shelf.sellable -= fromHold + 1;
        events.add(new GoodsSold(stock, sale(commands), TILL, Quantity.of(fromHold + 1), held, NOON));
        var cheaper = discounted(line(2, stock.sku(), 1), new Discount(anyOf(Discount.Kind.values()), 10, null));
        events.add(soldWithCoupon(commands, random.nextInt(2) * 100, line(1, stock.sku(), fromHold + 1), cheaper));
    }

    private HeldUnits useOne(StockId stock, Shelf shelf) {
        var id = shelf.holds.keySet().iterator().next();
        shelf.holds.computeIfPresent(id, (key, units) -> units == 1 ? null : units - 1);
        events.add(new ReservationUsed(id, sale(commands), List.of(new Units(stock, Quantity.of(1))), NOON));
        return new HeldUnits(id, Quantity.of(1));
    }

    private void takeBack() {
        if (sales.isEmpty()) return;
        int sale = sales.get(random.nextInt(sales.size()));
        var stock = anyStock();
        shelves.get(stock).sellable++;
        events.add(new GoodsReturned(stock, goodsBack(++returns), Condition.SELLABLE, Quantity.of(1), NOON));
        events.add(broughtBack(returns, sale, stock.sku(), 1, 0));
        events.add(new SaleReturned(
                sale(sale),
                goodsBack(returns),
                List.of(new ReturnedUnits(1, Quantity.of(1), 1_000, 230)),
                List.of(),
                NOON));
    }

    private void moved(LedgerEvent event) {
        switch (event) {
            case GoodsDispatched e -> shelf(e.stock()).sellable -= whole(e.quantity());
            case GoodsArrived e -> arrived(e);
            case GoodsFound e -> shelf(e.stock()).sellable += whole(e.quantity());
            default -> {}
        }
        events.add(event);
    }

    private void arrived(GoodsArrived e) {
        if (e.condition() == Condition.SELLABLE) shelf(e.stock()).sellable += whole(e.quantity());
        else shelf(e.stock()).damaged += whole(e.quantity());
    }

    private Shelf shelf(StockId stock) {
        return shelves.computeIfAbsent(stock, none -> new Shelf());
    }

    private StockId anyStock() {
        return new StockId(LISBON, new Sku("SKU-" + (1 + random.nextInt(products))));
    }

    private <T> T anyOf(T[] values) {
        return values[random.nextInt(values.length)];
    }

    private Quantity some(int most) {
        return Quantity.of(1 + random.nextInt(most));
    }

    private static long whole(Quantity quantity) {
        return quantity.thousandths() / 1_000;
    }
}
