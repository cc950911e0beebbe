package org.cartulary.command.exchange;

import static org.cartulary.command.Examples.NOON;
import static org.cartulary.command.Examples.TILL;
import static org.cartulary.command.Examples.open;
import static org.cartulary.command.Examples.product;
import static org.cartulary.command.Examples.receive;
import static org.cartulary.command.Examples.units;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.cartulary.command.Basket;
import org.cartulary.command.Examples;
import org.cartulary.command.TestLedger;
import org.cartulary.command.exchange.ExchangeCommand.RecordExchange;
import org.cartulary.command.loyalty.LoyaltyCommand.AdjustPoints;
import org.cartulary.command.loyalty.LoyaltyCommand.EnrolCustomer;
import org.cartulary.command.loyalty.ProgrammeCommand.SetProgrammeTerms;
import org.cartulary.command.reservation.ReservationCommand.PlaceReservation;
import org.cartulary.command.returns.ReturnCommand.Line;
import org.cartulary.command.returns.ReturnCommand.RecordReturn;
import org.cartulary.command.sale.SaleCommand.RecordSale;
import org.cartulary.command.storedvalue.StoredValueCommand.IssueStoredValue;
import org.cartulary.events.kernel.CustomerId;
import org.cartulary.events.kernel.LocationId;
import org.cartulary.events.kernel.ProgrammeId;
import org.cartulary.events.kernel.Quantity;
import org.cartulary.events.kernel.ReservationId;
import org.cartulary.events.kernel.ReturnId;
import org.cartulary.events.kernel.SaleId;
import org.cartulary.events.kernel.Sku;
import org.cartulary.events.kernel.StoredValueId;
import org.cartulary.events.kernel.Uuid7;
import org.cartulary.events.loyalty.EarningRule;
import org.cartulary.events.loyalty.Pending;
import org.cartulary.events.loyalty.PointsRounding;
import org.cartulary.events.loyalty.PointsWorth;
import org.cartulary.events.product.ProductEvent.Kind;
import org.cartulary.events.reservation.ReservationEvent.Units;
import org.cartulary.events.sale.Tax;
import org.cartulary.events.sale.Tender;
import org.cartulary.events.sale.TenderType;
import org.cartulary.events.stock.StockId;
import org.cartulary.events.storedvalue.AccountKind;

/**
 * One basket in which everything happens at once, in a world of its own: five lines, of which one is held and one is a service; a
 * line discount, an order discount, two rates of tax; points, a gift card, a card, and cash with rounding and change.
 *
 * <p>The lines come to 24.90, 11.70 (13.00 less 1.30), 9.99, 15.00 and 33.33, together 94.92. Of 5.00 off the order their shares by
 * largest remainder are 1.31, 0.62, 0.53, 0.79 and 1.75, so that 89.92 are due: 5.00 in points, 20.00 by gift card, 30.00 by card,
 * and 34.92 in cash, which is 34.90 in coins.
 */
final class BigBasket {

    static final long TOTAL = 8_992;
    static final long POINTS = 500;
    static final long CARD_BALANCE = 2_500;

    private final String world = "-" + UUID.randomUUID();
    final LocationId shop = LocationId.of("S" + world.substring(0, 20));
    final LocationId otherShop = LocationId.of("T" + world.substring(0, 20));
    final Sku teapot = Sku.of("TEAPOT" + world);
    final Sku cup = Sku.of("CUP" + world);
    final Sku tea = Sku.of("TEA" + world);
    final Sku jug = Sku.of("JUG" + world);
    final ProgrammeId programme = ProgrammeId.of("CLUB" + world);
    final CustomerId customer = CustomerId.of("C" + world);
    final ReservationId hold = new ReservationId(Uuid7.random());
    final StoredValueId giftCard = new StoredValueId(Uuid7.random());
    final SaleId sale = new SaleId(Uuid7.random());

    /** Just enough of everything, so that whoever takes anything away makes one participant refuse. */
    void opens(TestLedger ledger) {
        ledger.accepted(
                open(shop, "EUR", 5),
                open(otherShop, "EUR", 5),
                product(teapot, Kind.GOODS, 0),
                product(cup, Kind.GOODS, 0),
                product(tea, Kind.GOODS, 3),
                product(jug, Kind.GOODS, 0),
                receive(shelf(teapot), units(1)),
                receive(shelf(cup), units(2)),
                receive(shelf(tea), Quantity.parse("0.5")),
                receive(shelf(jug), units(1)),
                new PlaceReservation(
                        hold,
                        "cart-1",
                        TILL,
                        List.of(new Units(shelf(teapot), units(1))),
                        NOON.plusSeconds(3_600),
                        false,
                        NOON),
                new IssueStoredValue(
                        giftCard, AccountKind.GIFT_CARD, shop, Examples.EUR, CARD_BALANCE, null, null, "raffle", NOON),
                terms(),
                new EnrolCustomer(programme, customer, NOON),
                new AdjustPoints(programme, customer, POINTS, "welcome", NOON));
    }

    /** A point per euro, worth a cent. */
    private SetProgrammeTerms terms() {
        return new SetProgrammeTerms(
                programme,
                LocalDate.parse("2025-01-01"),
                ZoneId.of("Europe/Lisbon"),
                Examples.EUR,
                List.of(new EarningRule(null, null, 1, 100)),
                0,
                PointsRounding.FLOOR,
                365,
                Pending.HAND_OVER,
                0,
                new PointsWorth(1, 1),
                0,
                1_000,
                List.of(),
                365,
                NOON);
    }

    RecordSale sale() {
        return sale(sale);
    }

    RecordSale sale(SaleId id) {
        return new Basket()
                .with(id)
                .in(shop, "EUR")
                .customer(customer.value())
                .programme(programme)
                .owner("cart-1")
                .line(teapot, null, units(1), "24.90", 0, 131, hold, vat(1_918, 441))
                .line(cup, null, units(2), "6.50", 130, 62, null, vat(901, 207))
                .line(tea, null, Quantity.parse("0.5"), "19.98", 0, 53, null, reduced(892, 54))
                .line(Examples.POSTAGE, null, units(1), "15.00", 0, 79, null, vat(1_155, 266))
                .line(jug, null, units(1), "33.33", 0, 175, null, vat(2_567, 591))
                .orderDiscount(500)
                .paid(TenderType.POINTS, POINTS)
                .paid(TenderType.GIFT_CARD, 2_000, giftCard)
                .paid(TenderType.CARD, 3_000)
                .paid(TenderType.CASH, 4_000)
                .rounding(-2)
                .change(510)
                .sale();
    }

    /** One cup and the tea come back at the other shop. */
    RecordReturn back() {
        return back(
                new Line(1, 2, units(1), null, false, "chipped"),
                new Line(2, 3, Quantity.parse("0.5"), null, false, "stale"));
    }

    RecordReturn back(Line... lines) {
        return new RecordReturn(
                new ReturnId(Uuid7.random()),
                sale,
                otherShop,
                TILL,
                null,
                List.of(lines),
                0,
                null,
                NOON.plusSeconds(60));
    }

    /** At the other shop, what comes back pays for one of these. */
    RecordExchange exchange(RecordReturn back, Sku sku, String price, long creditMinor, Tender... more) {
        var basket = Basket.of(sku, 1, price).in(otherShop, "EUR").at(NOON.plusSeconds(60));
        basket.paid(
                new Tender(1, TenderType.EXCHANGE, creditMinor, back.returnId().toString(), null));
        for (var tender : more) basket.paid(tender);
        return new RecordExchange(back, basket.sale(), false);
    }

    StockId shelf(Sku sku) {
        return new StockId(shop, sku);
    }

    StockId otherShelf(Sku sku) {
        return new StockId(otherShop, sku);
    }

    private static Tax vat(long base, long tax) {
        return new Tax("VAT-STANDARD", 230_000, base, tax);
    }

    private static Tax reduced(long base, long tax) {
        return new Tax("VAT-REDUCED", 60_000, base, tax);
    }
}
