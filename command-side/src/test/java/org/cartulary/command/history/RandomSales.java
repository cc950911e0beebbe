package org.cartulary.command.history;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.cartulary.command.Examples;
import org.cartulary.command.sale.SaleCommand.Line;
import org.cartulary.command.sale.SaleCommand.RecordSale;
import org.cartulary.events.kernel.LocationId;
import org.cartulary.events.kernel.Quantity;
import org.cartulary.events.kernel.ReservationId;
import org.cartulary.events.kernel.SaleId;
import org.cartulary.events.kernel.Sku;
import org.cartulary.events.kernel.UnitPrice;
import org.cartulary.events.kernel.Uuid7;
import org.cartulary.events.sale.Discount;
import org.cartulary.events.sale.Handover;
import org.cartulary.events.sale.Tax;
import org.cartulary.events.sale.TaxMode;
import org.cartulary.events.sale.Tender;
import org.cartulary.events.sale.TenderType;

/** A channel's own arithmetic: puts random sales together whose discounts, taxes and tenders add up. */
final class RandomSales {

    private static final List<TenderType> NOT_CASH =
            List.of(TenderType.CARD, TenderType.WALLET, TenderType.BANK_TRANSFER, TenderType.COUPON);
    private static final int[] RATES = {230_000, 60_000, 210_000, 77_777};

    private final Random random;

    RandomSales(Random random) {
        this.random = random;
    }

    /** What a line asks for, before it is priced. */
    record Ask(Sku sku, LocationId stock, ReservationId reservation, long thousandths) {}

    RecordSale of(List<Ask> asks, String owner, boolean partial, Instant at) {
        var place = Histories.PLACES.get(random.nextInt(2));
        var mode = partial ? TaxMode.values()[random.nextInt(2)] : TaxMode.values()[random.nextInt(4)];
        var prices = asks.stream().map(ask -> price()).toList();
        var values = new ArrayList<Long>();
        var discounts = new ArrayList<Long>();
        for (int i = 0; i < asks.size(); i++) {
            long listed = minor(prices.get(i), asks.get(i).thousandths());
            discounts.add(random.nextInt(3) == 0 ? random.nextLong(listed + 1) : 0L);
            values.add(listed - discounts.getLast());
        }
        long all = sum(values);
        long order = random.nextInt(4) == 0 ? random.nextLong(all + 1) : 0;
        var shares = shares(order, values);
        var amounts = IntStream.range(0, asks.size())
                .mapToObj(i -> values.get(i) - shares.get(i))
                .toList();
        var taxes = taxes(amounts, mode);
        var lines = new ArrayList<Line>();
        for (int i = 0; i < asks.size(); i++) {
            var ask = asks.get(i);
            lines.add(new Line(
                    i + 1,
                    ask.sku(),
                    ask.stock(),
                    ask.reservation(),
                    new Quantity(ask.thousandths()),
                    new UnitPrice(prices.get(i)),
                    discounts.get(i),
                    shares.get(i),
                    taxes.get(i),
                    reasons(discounts.get(i)),
                    null));
        }
        long due = sum(amounts)
                + (mode.isInclusive()
                        ? 0
                        : sum(taxes.stream()
                                .flatMap(List::stream)
                                .map(Tax::taxMinor)
                                .toList()));
        var handover = random.nextBoolean() ? Handover.COUNTER : Handover.SHIPMENT;
        return paid(place, owner, mode, handover, lines, order, due, partial, at);
    }

    /** Half of the discounts say why they are given, in two parts. */
    private static List<Discount> reasons(long discountMinor) {
        if (discountMinor % 2 == 0) return null;
        long loyalty = discountMinor / 3;
        return List.of(
                new Discount(Discount.Kind.LOYALTY, loyalty, null),
                new Discount(Discount.Kind.COUPON, discountMinor - loyalty, "SPRING-5"));
    }

    private BigDecimal price() {
        return random.nextInt(8) == 0
                ? BigDecimal.valueOf(random.nextInt(5_000), 3)
                : BigDecimal.valueOf(random.nextInt(4_000), 2);
    }

    static long minor(BigDecimal price, long thousandths) {
        return price.multiply(BigDecimal.valueOf(thousandths, 3))
                .movePointRight(2)
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact();
    }

    private static long sum(List<Long> amounts) {
        return amounts.stream().mapToLong(Long::longValue).sum();
    }

    /** By largest remainder: whole pennies first, and one more to those who are owed most, the earlier first. */
    static List<Long> shares(long total, List<Long> weights) {
        var sum = BigInteger.valueOf(sum(weights));
        var shares = new ArrayList<Long>();
        if (sum.signum() == 0) return weights.stream().map(none -> 0L).toList();
        for (long weight : weights)
            shares.add(BigInteger.valueOf(total)
                    .multiply(BigInteger.valueOf(weight))
                    .divide(sum)
                    .longValueExact());
        long rest = total - sum(shares);
        IntStream.range(0, shares.size())
                .boxed()
                .sorted(Comparator.comparing((Integer i) -> BigInteger.valueOf(total)
                                .multiply(BigInteger.valueOf(weights.get(i)))
                                .mod(sum))
                        .reversed())
                .limit(rest)
                .forEach(i -> shares.set(i, shares.get(i) + 1));
        return shares;
    }

    /** Some lines untaxed, some with one rate, some with two on parts of their amount. */
    private List<List<Tax>> taxes(List<Long> amounts, TaxMode mode) {
        var lines = new ArrayList<List<Tax>>();
        var perRate = new TreeMap<Integer, List<int[]>>();
        for (long amount : amounts) {
            var taxes = new ArrayList<Tax>();
            int rates = random.nextInt(3);
            long first = rates == 2 ? random.nextLong(amount + 1) : amount;
            int rate = random.nextInt(RATES.length);
            for (int i = 0; i < rates; i++) {
                int ppm = RATES[(rate + i) % RATES.length];
                perRate.computeIfAbsent(ppm, none -> new ArrayList<>()).add(new int[] {lines.size(), i});
                taxes.add(tax(ppm, i == 0 ? first : amount - first, mode));
            }
            lines.add(taxes);
        }
        if (!mode.isPerLine()) roundPerDocument(lines, perRate, mode);
        return lines;
    }

    private static void roundPerDocument(List<List<Tax>> lines, Map<Integer, List<int[]>> perRate, TaxMode mode) {
        perRate.forEach((ppm, places) -> {
            var amounts = places.stream()
                    .map(place -> lines.get(place[0]).get(place[1]))
                    .map(tax -> tax.baseMinor() + (mode.isInclusive() ? tax.taxMinor() : 0))
                    .toList();
            var shares = shares(tax(ppm, sum(amounts), mode).taxMinor(), amounts);
            for (int i = 0; i < places.size(); i++) {
                long base = amounts.get(i) - (mode.isInclusive() ? shares.get(i) : 0);
                lines.get(places.get(i)[0]).set(places.get(i)[1], new Tax("VAT", ppm, base, shares.get(i)));
            }
        });
    }

    private static Tax tax(int ppm, long amount, TaxMode mode) {
        var exact = BigDecimal.valueOf(amount);
        var million = BigDecimal.valueOf(1_000_000);
        long base = mode.isInclusive()
                ? exact.multiply(million)
                        .divide(million.add(BigDecimal.valueOf(ppm)), 0, RoundingMode.HALF_UP)
                        .longValueExact()
                : amount;
        long tax = mode.isInclusive()
                ? amount - base
                : exact.multiply(BigDecimal.valueOf(ppm))
                        .divide(million, 0, RoundingMode.HALF_UP)
                        .longValueExact();
        return new Tax("VAT", ppm, base, tax);
    }

    private RecordSale paid(
            LocationId place,
            String owner,
            TaxMode mode,
            Handover handover,
            List<Line> lines,
            long order,
            long due,
            boolean partial,
            Instant at) {
        long coin = place.equals(Histories.COARSE) ? 5 : 1;
        var tenders = new ArrayList<Tender>();
        long rest = due;
        boolean cashFirst = random.nextInt(5) == 0;
        if (cashFirst) rest -= take(tenders, TenderType.CASH, random.nextLong(rest + 1) / coin * coin);
        for (int i = random.nextInt(3); i > 0 && rest > 0; i--)
            rest -= take(tenders, NOT_CASH.get(random.nextInt(4)), 1 + random.nextLong(rest));
        if (cashFirst && rest > 0) rest -= take(tenders, TenderType.CARD, rest);
        long rounded = rest;
        long change = 0;
        if (rest > 0 || !cashFirst && random.nextInt(10) == 0) {
            rounded = (2 * rest + coin) / (2 * coin) * coin;
            change = random.nextBoolean() ? 0 : random.nextLong(5_000);
            take(tenders, TenderType.CASH, rounded + change);
        }
        return new RecordSale(
                new SaleId(Uuid7.random()),
                place,
                Examples.WEB,
                null,
                null,
                null,
                owner,
                Examples.EUR,
                mode,
                handover,
                lines,
                order,
                due,
                tenders,
                change,
                rounded - rest,
                partial,
                at);
    }

    private static long take(List<Tender> tenders, TenderType type, long minor) {
        tenders.add(new Tender(tenders.size() + 1, type, minor, null, null));
        return minor;
    }

    /** The same sale with something that does not add up any more. */
    RecordSale flawed(RecordSale s) {
        int flaw = random.nextInt(4);
        var tenders = new ArrayList<>(s.tenders());
        if (flaw == 3) take(tenders, TenderType.WALLET, 1);
        return new RecordSale(
                s.sale(),
                s.location(),
                s.channel(),
                null,
                null,
                null,
                s.owner(),
                s.currency(),
                s.taxMode(),
                s.handover(),
                s.lines(),
                s.orderDiscountMinor(),
                s.totalMinor() + (flaw == 0 ? 1 : 0),
                tenders,
                s.changeMinor() + (flaw == 1 ? 1 : 0),
                s.cashRoundingMinor() + (flaw == 2 ? 1 : 0),
                s.allowPartial(),
                s.occurredAt());
    }
}
