package org.cartulary.ops.bench;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.cartulary.command.kernel.Command;
import org.cartulary.command.sale.SaleCommand.Line;
import org.cartulary.command.sale.SaleCommand.RecordSale;
import org.cartulary.events.kernel.ChannelId;
import org.cartulary.events.kernel.CustomerId;
import org.cartulary.events.kernel.ProgrammeId;
import org.cartulary.events.kernel.Quantity;
import org.cartulary.events.kernel.SaleId;
import org.cartulary.events.kernel.Sku;
import org.cartulary.events.kernel.UnitPrice;
import org.cartulary.events.kernel.Uuid7;
import org.cartulary.events.sale.Tender;
import org.cartulary.events.sale.TenderType;

/** The commands that the loads send; each supplier is asked by many callers at once. */
final class Loads {

    static final int LINES = 3;

    private static final ChannelId TILL = ChannelId.of("till");
    private static final UnitPrice PRICE = UnitPrice.of("2.5");
    private static final long PRICE_CENTS = 250;
    private static final long TOTAL_CENTS = LINES * PRICE_CENTS;
    private static final List<Tender> CARD_AND_CASH = List.of(
            new Tender(1, TenderType.CARD, TOTAL_CENTS - 200, "token", null),
            new Tender(2, TenderType.CASH, 200, null, null));

    private Loads() {}

    /** One event on one of so many shelves, and the command's record. */
    static Supplier<Command> receipts(int shelves) {
        return () -> Assortment.receipt(ThreadLocalRandom.current().nextInt(shelves), 1);
    }

    /** Five events: of three shelves, of the sale and of the command. */
    static Supplier<Command> checkouts() {
        return () -> sale(skus(), byCard(TOTAL_CENTS), null, null, new SaleId(Uuid7.random()));
    }

    /** Six events, since the customer earns points; settled by two tenders. */
    static Supplier<Command> loyalCheckouts(Supplier<CustomerId> customers) {
        return () -> loyal(skus(), customers.get(), new SaleId(Uuid7.random()));
    }

    static RecordSale loyal(List<Sku> skus, CustomerId customer, SaleId id) {
        return sale(skus, CARD_AND_CASH, customer, Assortment.CLUB, id);
    }

    /** One unit of one item. */
    static RecordSale single(Sku sku, SaleId id) {
        return sale(List.of(sku), byCard(PRICE_CENTS), null, null, id);
    }

    private static List<Tender> byCard(long cents) {
        return List.of(new Tender(1, TenderType.CARD, cents, "token", null));
    }

    /** Different ones of all the shelves. */
    static List<Sku> skus() {
        return ThreadLocalRandom.current()
                .ints(0, Assortment.SHELVES)
                .distinct()
                .limit(LINES)
                .mapToObj(Assortment::sku)
                .toList();
    }

    private static RecordSale sale(
            List<Sku> skus, List<Tender> tenders, CustomerId customer, ProgrammeId programme, SaleId id) {
        var lines = IntStream.range(0, skus.size())
                .mapToObj(i -> new Line(i + 1, skus.get(i), null, null, Quantity.of(1), PRICE, 0, 0, List.of()))
                .toList();
        return new RecordSale(
                id,
                Assortment.SHOP,
                TILL,
                null,
                null,
                customer,
                null,
                Assortment.EUR,
                null,
                null,
                lines,
                0,
                skus.size() * PRICE_CENTS,
                tenders,
                0,
                0,
                false,
                programme,
                Instant.now());
    }
}
