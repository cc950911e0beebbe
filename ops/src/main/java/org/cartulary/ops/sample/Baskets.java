package org.cartulary.ops.sample;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.SplittableRandom;
import org.cartulary.command.sale.SaleCommand.Line;
import org.cartulary.command.sale.SaleCommand.RecordSale;
import org.cartulary.events.kernel.ChannelId;
import org.cartulary.events.kernel.CurrencyCode;
import org.cartulary.events.kernel.LocationId;
import org.cartulary.events.kernel.Quantity;
import org.cartulary.events.kernel.SaleId;
import org.cartulary.events.kernel.UnitPrice;
import org.cartulary.events.kernel.Uuid7;
import org.cartulary.events.sale.Handover;
import org.cartulary.events.sale.Tax;
import org.cartulary.events.sale.TaxMode;
import org.cartulary.events.sale.Tender;
import org.cartulary.events.sale.TenderType;
import org.cartulary.ops.sample.Catalog.Product;

/** Fills baskets of the made-up shop as a till would: 23 % tax within prices, paid in cash or by card. */
final class Baskets {

    static final CurrencyCode CURRENCY = CurrencyCode.of("EUR");
    private static final int RATE_PPM = 230_000;
    private static final long NOTE_CENTS = 1_000;

    private final SplittableRandom random;
    private final List<Product> products;
    private final Members members;

    Baskets(SplittableRandom random, List<Product> products) {
        this.random = random;
        this.members = new Members(random);
        this.products = products;
    }

    /** @param number makes the id and the receipt of the sale */
    RecordSale sale(LocationId location, ChannelId channel, Instant at, int number) {
        var lines = lines();
        long total = lines.stream()
                .flatMap(line -> line.taxes().stream())
                .mapToLong(tax -> tax.baseMinor() + tax.taxMinor())
                .sum();
        var customer = members.next();
        long inPoints = members.pays(customer, total);
        boolean cash = channel.equals(SampleShop.TILL) && random.nextInt(3) == 0;
        long due = total - inPoints;
        long given = cash ? (due + NOTE_CENTS - 1) / NOTE_CENTS * NOTE_CENTS : due;
        var tenders = new ArrayList<Tender>();
        if (inPoints > 0) tenders.add(new Tender(1, TenderType.POINTS, inPoints, null, null));
        tenders.add(money(tenders.size() + 1, cash, given, number));
        boolean atOnce = channel.equals(SampleShop.TILL);
        members.learn(customer, atOnce, net(lines) * due / total, inPoints);
        return new RecordSale(
                new SaleId(Uuid7.named(at, "sample-sale/" + number)),
                location,
                channel,
                null,
                location + "-" + number,
                customer,
                null,
                CURRENCY,
                TaxMode.INCLUSIVE_PER_LINE,
                atOnce ? Handover.COUNTER : Handover.SHIPMENT,
                lines,
                0,
                total,
                tenders,
                given - due,
                0,
                false,
                customer == null ? null : Members.CLUB,
                at);
    }

    private Tender money(int tender, boolean cash, long given, int number) {
        return cash
                ? new Tender(tender, TenderType.CASH, given, null, null)
                : new Tender(tender, TenderType.CARD, given, "tok-" + number, "0%03d".formatted(random.nextInt(1_000)));
    }

    private static long net(List<Line> lines) {
        return lines.stream()
                .flatMap(line -> line.taxes().stream())
                .mapToLong(Tax::baseMinor)
                .sum();
    }

    private List<Line> lines() {
        var chosen = new HashSet<Integer>();
        int wanted = 1 + random.nextInt(3);
        while (chosen.size() < wanted) chosen.add(favourite());
        var lines = new ArrayList<Line>();
        for (int product : chosen) lines.add(line(lines.size() + 1, products.get(product)));
        return lines;
    }

    /** Some products sell better than others, so that shelves run empty and wishes are refused. */
    private int favourite() {
        return random.nextInt(1 + random.nextInt(products.size()));
    }

    private Line line(int number, Product product) {
        int units = 1 + random.nextInt(2);
        long gross = product.cents() * units;
        long net = Math.floorDiv(2 * gross * 1_000_000 + 1_000_000 + RATE_PPM, 2L * (1_000_000 + RATE_PPM));
        var tax = new Tax("VAT-STANDARD", RATE_PPM, net, gross - net);
        var price = new UnitPrice(BigDecimal.valueOf(product.cents(), 2));
        return new Line(number, product.sku(), null, null, Quantity.of(units), price, 0, 0, List.of(tax));
    }
}
