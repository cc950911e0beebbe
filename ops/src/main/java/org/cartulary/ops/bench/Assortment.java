package org.cartulary.ops.bench;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.cartulary.command.kernel.Command;
import org.cartulary.command.location.LocationCommand.RegisterLocation;
import org.cartulary.command.loyalty.LoyaltyCommand.EnrolCustomer;
import org.cartulary.command.loyalty.ProgrammeCommand.SetProgrammeTerms;
import org.cartulary.command.product.ProductCommand.RegisterProduct;
import org.cartulary.command.stock.StockCommand.ReceiveGoods;
import org.cartulary.events.kernel.Country;
import org.cartulary.events.kernel.CurrencyCode;
import org.cartulary.events.kernel.CustomerId;
import org.cartulary.events.kernel.LocationId;
import org.cartulary.events.kernel.ProgrammeId;
import org.cartulary.events.kernel.Quantity;
import org.cartulary.events.kernel.Sku;
import org.cartulary.events.loyalty.EarningRule;
import org.cartulary.events.loyalty.Pending;
import org.cartulary.events.loyalty.PointsRounding;
import org.cartulary.events.loyalty.PointsWorth;
import org.cartulary.events.stock.StockId;

/** What stands in the ledger before anything is measured: one shop with 1,000 full shelves, and 1,000 customers with points. */
final class Assortment {

    static final int SHELVES = 1_000;
    static final int CUSTOMERS = 1_000;
    static final LocationId SHOP = LocationId.of("BENCH");
    static final CurrencyCode EUR = CurrencyCode.of("EUR");
    static final ProgrammeId CLUB = ProgrammeId.of("BENCH-CLUB");

    /** So much that no load ever empties a shelf. */
    private static final long FULL = 100_000_000;

    private Assortment() {}

    /** One stage after the other, each of commands that need nothing of each other. */
    static List<List<Command>> preparation() {
        var at = Instant.now();
        return List.of(
                List.of(location(SHOP, at), terms(at)),
                all(SHELVES, i -> new RegisterProduct(sku(i), "Item " + i, null, null, null, null, at)),
                Stream.concat(stock().stream(), enrolments(0).stream()).toList());
    }

    /** So many customers join, who are numbered from there on. */
    static List<Command> enrolments(int from) {
        var at = Instant.now();
        return all(CUSTOMERS, i -> new EnrolCustomer(CLUB, customer(from + i), at));
    }

    /** What fills the shelves. */
    static List<Command> stock() {
        return all(SHELVES, i -> receipt(i, FULL));
    }

    private static List<Command> all(int count, IntFunction<Command> command) {
        return IntStream.range(0, count).mapToObj(command).toList();
    }

    static RegisterLocation location(LocationId location, Instant at) {
        return new RegisterLocation(
                location, "Benchmark", Country.of("PT"), ZoneOffset.UTC, null, EUR, null, null, null, at);
    }

    /** A point for each euro, without tiers: the same work in every sale. */
    private static SetProgrammeTerms terms(Instant at) {
        return new SetProgrammeTerms(
                CLUB,
                LocalDate.ofInstant(at, ZoneOffset.UTC).withDayOfYear(1),
                ZoneOffset.UTC,
                EUR,
                List.of(new EarningRule(null, null, 1, 100)),
                0,
                PointsRounding.FLOOR,
                null,
                Pending.HAND_OVER,
                0,
                new PointsWorth(1, 1),
                0,
                1_000_000,
                List.of(),
                365,
                at);
    }

    static Sku sku(int number) {
        return Sku.of("ITEM-" + number);
    }

    static CustomerId customer(int number) {
        return CustomerId.of("CUSTOMER-" + number);
    }

    static ReceiveGoods receipt(int shelf, long units) {
        return new ReceiveGoods(new StockId(SHOP, sku(shelf)), Quantity.of(units), "bench", Instant.now());
    }
}
