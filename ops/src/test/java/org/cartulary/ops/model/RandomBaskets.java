package org.cartulary.ops.model;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.cartulary.command.reservation.ReservationCommand.PlaceReservation;
import org.cartulary.command.sale.SaleCommand.CardLoad;
import org.cartulary.command.sale.SaleCommand.Line;
import org.cartulary.command.sale.SaleCommand.RecordSale;
import org.cartulary.events.kernel.LocationId;
import org.cartulary.events.kernel.Quantity;
import org.cartulary.events.kernel.ReservationId;
import org.cartulary.events.kernel.SaleId;
import org.cartulary.events.kernel.Sku;
import org.cartulary.events.kernel.StoredValueId;
import org.cartulary.events.kernel.UnitPrice;
import org.cartulary.events.kernel.Uuid7;
import org.cartulary.events.sale.Handover;
import org.cartulary.events.sale.Tax;
import org.cartulary.events.sale.TaxMode;
import org.cartulary.events.sale.Tender;
import org.cartulary.events.sale.TenderType;
import org.cartulary.events.storedvalue.AccountKind;

/** Fills baskets at random, with tax within prices, line discounts and several tenders. */
final class RandomBaskets {

    private static final int[] RATES = {230_000, 60_000};

    private final Random random;
    private final Acquaintances known;

    RandomBaskets(Random random, Acquaintances known) {
        this.random = random;
        this.known = known;
    }

    RecordSale sale(Instant now) {
        var place = Town.LOCATIONS.get(random.nextInt(Town.LOCATIONS.size()));
        var placed = random.nextInt(5) == 0 ? known.reservations.pick(random) : null;
        boolean partial = placed == null && random.nextInt(8) == 0;
        var lines = lines(placed);
        long total = lines.stream().mapToLong(RandomBaskets::amount).sum();
        var customer = random.nextInt(3) == 0 ? null : Town.CUSTOMERS.get(random.nextInt(Town.CUSTOMERS.size()));
        var programme = customer == null || random.nextInt(4) == 0 ? null : Town.CLUB;
        var tenders = tenders(total, partial, programme != null);
        long paid = tenders.stream().mapToLong(Tender::amountMinor).sum();
        return new RecordSale(
                new SaleId(Uuid7.random()),
                place,
                Town.TILL,
                null,
                null,
                customer,
                placed == null ? null : placed.owner(),
                Town.EUR,
                TaxMode.INCLUSIVE_PER_LINE,
                Handover.COUNTER,
                lines,
                0,
                total,
                tenders,
                paid - total,
                0,
                partial,
                programme,
                now);
    }

    private List<Line> lines(PlaceReservation placed) {
        var lines = new ArrayList<Line>();
        if (placed != null) {
            var units = placed.units().getFirst();
            lines.add(line(1, units.stock().sku(), units.stock().location(), placed.reservation(), Quantity.of(1)));
        }
        for (int more = random.nextInt(3); more >= 0; more--) lines.add(line(lines.size() + 1));
        return lines;
    }

    private Line line(int number) {
        if (random.nextInt(10) == 0) return line(number, Town.POSTAGE, null, null, Quantity.of(1));
        if (random.nextInt(20) == 0) return giftCard(number);
        // Some products sell better than others, so that the last units are wanted by many.
        var sku = Town.SKUS.get(random.nextInt(1 + random.nextInt(Town.SKUS.size())));
        return line(number, sku, null, null, Quantity.of(1 + random.nextInt(3)));
    }

    private Line line(int number, Sku sku, LocationId stock, ReservationId reservation, Quantity quantity) {
        var price = BigDecimal.valueOf(50 + random.nextInt(4_000), 2);
        long listed = price.unscaledValue().longValueExact() * quantity.thousandths() / 1_000;
        long discount = random.nextInt(4) == 0 ? random.nextLong(listed) : 0;
        int rate = RATES[random.nextInt(2)];
        long gross = listed - discount;
        long net = (2 * gross * 1_000_000L + 1_000_000L + rate) / (2 * (1_000_000L + rate));
        return new Line(
                number,
                sku,
                stock,
                reservation,
                quantity,
                new UnitPrice(price),
                discount,
                0,
                List.of(new Tax("VAT-" + rate, rate, net, gross - net)));
    }

    /** A new card, or more for one that somebody has. */
    private Line giftCard(int number) {
        var wallet = random.nextBoolean() ? known.wallets.pick(random) : null;
        var account = wallet == null ? new StoredValueId(Uuid7.random()) : wallet.account();
        var price = BigDecimal.valueOf(1_000 + random.nextInt(9_000), 2);
        return new Line(
                number,
                Town.GIFT_CARD,
                null,
                null,
                Quantity.of(1),
                new UnitPrice(price),
                0,
                0,
                List.of(),
                null,
                new CardLoad(account, null));
    }

    private List<Tender> tenders(long total, boolean partial, boolean member) {
        var tenders = new ArrayList<Tender>();
        long due = total;
        if (member && random.nextInt(4) == 0) {
            long part = Math.min(due, 1 + random.nextInt(60));
            tenders.add(new Tender(1, TenderType.POINTS, part, null, null));
            due -= part;
        }
        var wallet = random.nextInt(3) == 0 ? known.wallets.pick(random) : null;
        if (wallet != null) {
            long part = Math.min(due, 1 + random.nextInt(3_000));
            tenders.add(new Tender(
                    tenders.size() + 1,
                    type(wallet.kind()),
                    part,
                    wallet.account().toString(),
                    null));
            due -= part;
        }
        if (random.nextInt(3) == 0) {
            long part = random.nextLong(due + 1);
            tenders.add(new Tender(tenders.size() + 1, TenderType.CARD, part, "token", "4242"));
            due -= part;
        }
        boolean cash = !partial && random.nextInt(3) == 0;
        long given = cash ? (due + 499) / 500 * 500 : due;
        tenders.add(new Tender(tenders.size() + 1, cash ? TenderType.CASH : TenderType.WALLET, given, null, null));
        return tenders;
    }

    private static TenderType type(AccountKind kind) {
        return kind == AccountKind.GIFT_CARD ? TenderType.GIFT_CARD : TenderType.STORED_CREDIT;
    }

    private static long amount(Line line) {
        if (line.card() != null)
            return line.unitPrice().value().movePointRight(2).longValueExact();
        return line.taxes().stream()
                .mapToLong(tax -> tax.baseMinor() + tax.taxMinor())
                .sum();
    }
}
