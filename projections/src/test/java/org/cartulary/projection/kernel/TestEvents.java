package org.cartulary.projection.kernel;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.cartulary.events.kernel.ChannelId;
import org.cartulary.events.kernel.Country;
import org.cartulary.events.kernel.CurrencyCode;
import org.cartulary.events.kernel.CustomerId;
import org.cartulary.events.kernel.LocationId;
import org.cartulary.events.kernel.Quantity;
import org.cartulary.events.kernel.ReservationId;
import org.cartulary.events.kernel.ReturnId;
import org.cartulary.events.kernel.SaleId;
import org.cartulary.events.kernel.Sku;
import org.cartulary.events.kernel.TransferId;
import org.cartulary.events.kernel.UnitPrice;
import org.cartulary.events.kernel.Uuid7;
import org.cartulary.events.returns.Disposition;
import org.cartulary.events.returns.Refund;
import org.cartulary.events.returns.ReturnEvent.ReturnRecorded;
import org.cartulary.events.returns.ReturnLine;
import org.cartulary.events.sale.Discount;
import org.cartulary.events.sale.Handover;
import org.cartulary.events.sale.SaleEvent.SaleRecorded;
import org.cartulary.events.sale.SaleLine;
import org.cartulary.events.sale.Tax;
import org.cartulary.events.sale.TaxMode;
import org.cartulary.events.sale.Tender;
import org.cartulary.events.sale.TenderType;
import org.cartulary.events.stock.StockId;
import org.cartulary.events.transfer.Route;

/** Facts of a small tea shop for tests. */
public final class TestEvents {

    public static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    public static final LocalDate MARCH_1 = LocalDate.parse("2026-03-01");
    public static final LocationId LISBON = new LocationId("LISBON");
    public static final LocationId PORTO = new LocationId("PORTO");
    public static final Route NORTHWARDS = new Route(LISBON, PORTO);
    public static final Sku TEAPOT = new Sku("TEAPOT");
    public static final Sku CUP = new Sku("CUP");
    public static final StockId TEAPOTS = new StockId(LISBON, TEAPOT);
    public static final ChannelId TILL = new ChannelId("till");
    public static final ChannelId WEB = new ChannelId("web");
    public static final Country PORTUGAL = new Country("PT");
    public static final CurrencyCode EUR = new CurrencyCode("EUR");
    public static final CustomerId CARLA = new CustomerId("C-1");

    private TestEvents() {}

    public static Quantity units(String decimal) {
        return Quantity.parse(decimal);
    }

    public static ReservationId reservation(int number) {
        return new ReservationId(Uuid7.named(NOON, "reservation " + number));
    }

    public static TransferId transfer(int number) {
        return new TransferId(Uuid7.named(NOON, "transfer " + number));
    }

    public static SaleId sale(int number) {
        return new SaleId(Uuid7.named(NOON, "sale " + number));
    }

    public static ReturnId goodsBack(int number) {
        return new ReturnId(Uuid7.named(NOON, "return " + number));
    }

    /** A line at 10 EUR a piece with 23 % tax on top. */
    public static SaleLine line(int number, Sku sku, long units) {
        long net = units * 1_000;
        long tax = units * 230;
        return new SaleLine(
                number,
                sku,
                LISBON,
                null,
                Quantity.of(units),
                null,
                UnitPrice.of("10"),
                0,
                0,
                net,
                tax,
                List.of(new Tax("IVA", 230_000, net, tax)));
    }

    /** The same line with a discount of which is said why it was given. */
    public static SaleLine discounted(SaleLine line, Discount... discounts) {
        return new SaleLine(
                line.number(),
                line.sku(),
                line.stock(),
                line.reservation(),
                line.quantity(),
                line.requested(),
                line.unitPrice(),
                Stream.of(discounts).mapToLong(Discount::amountMinor).sum(),
                line.orderDiscountMinor(),
                line.netMinor(),
                line.taxMinor(),
                line.taxes(),
                List.of(discounts),
                line.storedValue(),
                line.earning());
    }

    /** Sold over the counter on the first of March, paid by card. */
    public static SaleRecorded sold(int number, SaleLine... lines) {
        return sold(number, TILL, MARCH_1, lines);
    }

    public static SaleRecorded sold(int number, ChannelId channel, LocalDate day, SaleLine... lines) {
        return sold(number, channel, day, 0, lines);
    }

    /** Paid for in part with a manufacturer's coupon. */
    public static SaleRecorded soldWithCoupon(int number, long couponMinor, SaleLine... lines) {
        return sold(number, TILL, MARCH_1, couponMinor, lines);
    }

    private static SaleRecorded sold(
            int number, ChannelId channel, LocalDate day, long couponMinor, SaleLine... lines) {
        long total = List.of(lines).stream().mapToLong(SaleLine::grossMinor).sum();
        var card = new Tender(1, TenderType.CARD, total - couponMinor, "tok_1", "4242");
        var coupon = new Tender(2, TenderType.COUPON, couponMinor, null, null);
        return new SaleRecorded(
                sale(number),
                LISBON,
                channel,
                PORTUGAL,
                day,
                "R-" + number,
                CARLA,
                EUR,
                TaxMode.EXCLUSIVE_PER_LINE,
                Handover.COUNTER,
                List.of(lines),
                0,
                total,
                couponMinor == 0 ? List.of(card) : List.of(card, coupon),
                0,
                0,
                1,
                day.plusDays(30),
                NOON);
    }

    /** Units of the first line of a sale came back and are for sale again. */
    public static ReturnRecorded broughtBack(int number, int sale, Sku sku, long units, long feeMinor) {
        long refund = units * 1_230 - feeMinor;
        return new ReturnRecorded(
                goodsBack(number),
                sale(sale),
                LISBON,
                TILL,
                PORTUGAL,
                MARCH_1,
                "R-" + sale,
                CARLA,
                EUR,
                List.of(new ReturnLine(
                        1,
                        1,
                        sku,
                        LISBON,
                        Quantity.of(units),
                        UnitPrice.of("10"),
                        null,
                        units * 1_000,
                        units * 230,
                        Disposition.RESTOCK,
                        "too small")),
                feeMinor,
                List.of(new Refund(1, TenderType.CARD, refund, "tok_1")),
                0,
                null,
                NOON);
    }
}
