package org.cartulary.command.loyalty;

import static org.cartulary.command.Examples.*;
import static org.cartulary.command.loyalty.Club.set;
import static org.cartulary.command.loyalty.Club.terms;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.cartulary.command.Basket;
import org.cartulary.command.TestLedger;
import org.cartulary.command.loyalty.LoyaltyCommand.AdjustPoints;
import org.cartulary.command.loyalty.LoyaltyCommand.EnrolCustomer;
import org.cartulary.command.returns.ReturnCommand.Line;
import org.cartulary.command.returns.ReturnCommand.RecordReturn;
import org.cartulary.events.kernel.CustomerId;
import org.cartulary.events.kernel.ProgrammeId;
import org.cartulary.events.kernel.ReturnId;
import org.cartulary.events.kernel.SaleId;
import org.cartulary.events.kernel.Sku;
import org.cartulary.events.kernel.Uuid7;
import org.cartulary.events.loyalty.LoyaltyEvent;
import org.cartulary.events.loyalty.LoyaltyId;
import org.cartulary.events.loyalty.ProgrammeTerms;
import org.cartulary.events.product.ProductEvent.Kind;
import org.cartulary.events.returns.Disposition;

/** A customer in a programme of their own, and a product with plenty of stock, so that no test sees the points of another. */
final class Member {

    final ProgrammeId programme = ProgrammeId.of("CLUB-" + UUID.randomUUID());
    final CustomerId customer = CustomerId.of("C-" + UUID.randomUUID());
    final LoyaltyId account = new LoyaltyId(programme, customer);
    final Sku sku = Sku.of("SKU-" + UUID.randomUUID());

    private final TestLedger shop;

    Member(TestLedger shop) {
        this.shop = shop;
    }

    /** A point per euro, worth a cent, for a hundred days. */
    static Member enrolled(TestLedger shop) {
        return enrolled(shop, terms());
    }

    static Member enrolled(TestLedger shop, ProgrammeTerms terms) {
        var member = new Member(shop);
        shop.accepted(
                product(member.sku, Kind.GOODS, 0),
                receive(lisbon(member.sku), units(1_000)),
                set(member.programme, Club.BEGUN, terms),
                new EnrolCustomer(member.programme, member.customer, NOON));
        return member;
    }

    Basket buys(long units, String price) {
        return buys(sku, units, price);
    }

    Basket buys(Sku what, long units, String price) {
        return Basket.of(what, units, price).customer(customer.value()).programme(programme);
    }

    /** Has so many points. */
    Member granted(long points) {
        shop.accepted(new AdjustPoints(programme, customer, points, "welcome", NOON));
        return this;
    }

    RecordReturn back(SaleId sale, long units) {
        return back(sale, NOON, units);
    }

    /** One line of the return for each number of units, all of the sale's first line. */
    RecordReturn back(SaleId sale, Instant at, long... units) {
        var lines = IntStream.range(0, units.length)
                .mapToObj(i -> new Line(i + 1, 1, units(units[i]), Disposition.RESTOCK, false, "too small"))
                .toList();
        return new RecordReturn(new ReturnId(Uuid7.random()), sale, LISBON, TILL, null, lines, 0, null, at);
    }

    /** What the ledger tells of the account, replayed from the first event. */
    LoyaltyState state() {
        return LoyaltyState.NONE.after(events());
    }

    long balance() {
        return state().lots().balance() - state().owed();
    }

    List<LoyaltyEvent> events() {
        return shop.stream(account.toString()).stream()
                .map(LoyaltyEvent.class::cast)
                .toList();
    }
}
