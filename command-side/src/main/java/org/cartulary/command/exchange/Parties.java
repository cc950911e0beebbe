package org.cartulary.command.exchange;

import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.cartulary.command.exchange.ExchangeCommand.RecordExchange;
import org.cartulary.command.kernel.Directory;
import org.cartulary.command.kernel.Participants;
import org.cartulary.command.loyalty.LoyaltyAggregate;
import org.cartulary.command.reservation.ReservationAggregate;
import org.cartulary.command.sale.SaleAggregate;
import org.cartulary.command.sale.SaleCommand.Line;
import org.cartulary.command.stock.StockAggregate;
import org.cartulary.command.storedvalue.StoredValueAggregate;
import org.cartulary.events.kernel.ReservationId;
import org.cartulary.events.kernel.SaleId;
import org.cartulary.events.kernel.Sku;
import org.cartulary.events.kernel.StoredValueId;
import org.cartulary.events.loyalty.LoyaltyId;
import org.cartulary.events.product.ProductEvent.Kind;
import org.cartulary.events.sale.SaleEvent.SaleRecorded;
import org.cartulary.events.sale.SaleLine;
import org.cartulary.events.sale.Tender;
import org.cartulary.events.sale.TenderType;
import org.cartulary.events.stock.StockId;

/**
 * All whom an exchange may touch. They are loaded before its return is decided, in the order in which every sale and every return
 * loads them: one after the other, the two halves would wait in a circle with sales of the same goods.
 */
public record Parties(
        Directory directory,
        Participants<SaleId, SaleAggregate> sales,
        Participants<ReservationId, ReservationAggregate> reservations,
        Participants<StockId, StockAggregate> shelves,
        Participants<StoredValueId, StoredValueAggregate> accounts,
        Participants<LoyaltyId, LoyaltyAggregate> points) {

    void load(RecordExchange c) {
        var before = sales.load(c.returned().sale()).invoke(SaleAggregate::sale);
        if (before == null) return;
        sorted(c.sold().lines().stream().map(Line::reservation)).forEach(reservations::load);
        sorted(Stream.concat(taken(c), returned(c, before))).forEach(shelves::load);
        sorted(Stream.concat(paying(c), refunded(c, before))).forEach(accounts::load);
        sorted(members(c, before)).forEach(points::load);
    }

    private Stream<StockId> taken(RecordExchange c) {
        return c.sold().lines().stream()
                .filter(line -> isOfGoods(line.sku()))
                .map(line -> new StockId(line.stock() == null ? c.sold().location() : line.stock(), line.sku()));
    }

    private static Stream<StockId> returned(RecordExchange c, SaleRecorded before) {
        return c.returned().lines().stream()
                .flatMap(back -> before.lines().stream().filter(line -> line.number() == back.saleLine()))
                .filter(line -> line.stock() != null)
                .map(SaleLine::sku)
                .map(sku -> new StockId(c.returned().location(), sku));
    }

    private static Stream<StoredValueId> paying(RecordExchange c) {
        var loaded = c.sold().lines().stream()
                .map(Line::card)
                .filter(Objects::nonNull)
                .map(card -> card.account());
        return Stream.concat(loaded, c.sold().tenders().stream().flatMap(Parties::account));
    }

    private static Stream<StoredValueId> refunded(RecordExchange c, SaleRecorded before) {
        var credit = c.returned().credit();
        return Stream.concat(
                before.tenders().stream().flatMap(Parties::account),
                Stream.of(
                        credit == null
                                ? new StoredValueId(c.returned().returnId().value())
                                : credit));
    }

    /** What names no account is refused later, in the words of those who decide. */
    private static Stream<StoredValueId> account(Tender tender) {
        if (tender.type() != TenderType.GIFT_CARD && tender.type() != TenderType.STORED_CREDIT) return Stream.empty();
        try {
            return Stream.of(StoredValueId.of(tender.reference()));
        } catch (IllegalArgumentException none) {
            return Stream.empty();
        }
    }

    private static Stream<LoyaltyId> members(RecordExchange c, SaleRecorded before) {
        var now = c.sold().programme() == null
                ? null
                : new LoyaltyId(c.sold().programme(), c.sold().customer());
        var then =
                before.earning() == null ? null : new LoyaltyId(before.earning().programme(), before.customer());
        return Stream.of(now, then).filter(Objects::nonNull);
    }

    private boolean isOfGoods(Sku sku) {
        return directory
                .product(sku)
                .filter(product -> product.kind() == Kind.GOODS)
                .isPresent();
    }

    private static <I extends Comparable<I>> SortedSet<I> sorted(Stream<I> ids) {
        var sorted = new TreeSet<I>();
        ids.filter(Objects::nonNull).forEach(sorted::add);
        return sorted;
    }
}
