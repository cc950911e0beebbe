package org.cartulary.command;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.cartulary.command.location.LocationCommand.RegisterLocation;
import org.cartulary.command.product.ProductCommand.RegisterProduct;
import org.cartulary.command.reservation.ReservationCommand.PlaceReservation;
import org.cartulary.command.stock.StockCommand.ReceiveGoods;
import org.cartulary.events.kernel.ChannelId;
import org.cartulary.events.kernel.CompanyId;
import org.cartulary.events.kernel.Country;
import org.cartulary.events.kernel.CurrencyCode;
import org.cartulary.events.kernel.LocationId;
import org.cartulary.events.kernel.Quantity;
import org.cartulary.events.kernel.ReservationId;
import org.cartulary.events.kernel.Sku;
import org.cartulary.events.kernel.Uuid7;
import org.cartulary.events.location.ReturnPolicy;
import org.cartulary.events.product.ProductEvent.Kind;
import org.cartulary.events.reservation.ReservationEvent.Units;
import org.cartulary.events.stock.StockId;

/** The made-up trade of the tests: a shop in Lisbon, a warehouse, teapots, cups and loose tea. */
public final class Examples {

    public static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    public static final LocationId LISBON = LocationId.of("LISBON");
    public static final LocationId WAREHOUSE = LocationId.of("WAREHOUSE");
    public static final ChannelId TILL = ChannelId.of("till");
    public static final ChannelId WEB = ChannelId.of("web");
    public static final CurrencyCode EUR = CurrencyCode.of("EUR");
    public static final Sku TEAPOT = Sku.of("TEAPOT");
    public static final Sku CUP = Sku.of("CUP");
    /** Sold by weight, to the gram. */
    public static final Sku TEA = Sku.of("TEA");
    /** A service. */
    public static final Sku POSTAGE = Sku.of("POSTAGE");

    private Examples() {}

    public static Quantity units(long units) {
        return Quantity.of(units);
    }

    public static Quantity kilos(String decimal) {
        return Quantity.parse(decimal);
    }

    public static StockId lisbon(Sku sku) {
        return new StockId(LISBON, sku);
    }

    public static RegisterLocation open(LocationId location, String currency, long cashIncrementMinor) {
        return open(location, currency, cashIncrementMinor, null);
    }

    public static RegisterLocation open(
            LocationId location, String currency, long cashIncrementMinor, CompanyId company) {
        return new RegisterLocation(
                location,
                "Shop " + location,
                Country.of("PT"),
                ZoneId.of("Europe/Lisbon"),
                LocalTime.of(4, 0),
                CurrencyCode.of(currency),
                cashIncrementMinor,
                ReturnPolicy.DEFAULT,
                company,
                NOON);
    }

    public static RegisterProduct product(Sku sku, Kind kind, int decimals) {
        return new RegisterProduct(sku, "Product " + sku, kind, "EA", decimals, List.of(), NOON);
    }

    public static ReceiveGoods receive(StockId stock, Quantity quantity) {
        return new ReceiveGoods(stock, quantity, "delivery 1", NOON);
    }

    public static ReservationId reservation() {
        return new ReservationId(Uuid7.random());
    }

    public static PlaceReservation reserve(ReservationId id, String owner, StockId stock, long units, Instant until) {
        return new PlaceReservation(id, owner, WEB, List.of(new Units(stock, Quantity.of(units))), until, false, NOON);
    }

    /** Opens the shop and the warehouse, and takes the products into the assortment. */
    public static void open(TestLedger shop) {
        shop.accepted(
                open(LISBON, "EUR", 1),
                open(WAREHOUSE, "EUR", 1),
                product(TEAPOT, Kind.GOODS, 0),
                product(CUP, Kind.GOODS, 0),
                product(TEA, Kind.GOODS, 3),
                product(POSTAGE, Kind.SERVICE, 0));
    }
}
