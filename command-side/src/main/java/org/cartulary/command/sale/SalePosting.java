package org.cartulary.command.sale;

import static org.cartulary.command.kernel.CommandRejected.require;

import java.util.ArrayList;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.cartulary.command.kernel.Births;
import org.cartulary.command.kernel.CommandHandling;
import org.cartulary.command.kernel.Moment;
import org.cartulary.command.kernel.Participants;
import org.cartulary.command.kernel.Posting;
import org.cartulary.command.reference.References;
import org.cartulary.command.reservation.ReservationState;
import org.cartulary.command.reservation.ReservationState.Use;
import org.cartulary.command.sale.SaleCommand.Line;
import org.cartulary.command.sale.SaleCommand.RecordSale;
import org.cartulary.command.stock.StockRejection;
import org.cartulary.command.stock.StockState;
import org.cartulary.command.storedvalue.StoredValueState;
import org.cartulary.events.MayBeAbsent;
import org.cartulary.events.kernel.BusinessDay;
import org.cartulary.events.kernel.LocationId;
import org.cartulary.events.kernel.ReservationId;
import org.cartulary.events.kernel.StoredValueId;
import org.cartulary.events.location.LocationEvent.LocationRegistered;
import org.cartulary.events.product.ProductEvent.Kind;
import org.cartulary.events.sale.DrawnTender;
import org.cartulary.events.sale.SaleEarning;
import org.cartulary.events.sale.SaleEvent;
import org.cartulary.events.sale.SaleEvent.SaleRecorded;
import org.cartulary.events.sale.SaleLine;
import org.cartulary.events.sale.Tender;
import org.cartulary.events.stock.StockId;

/** Records a sale: the sale, the goods of every line and the reservations that it uses, in one append or not at all. */
public final class SalePosting implements CommandHandling {

    private final References references;
    private final Participants<ReservationId, ReservationState> reservations;
    private final Participants<StockId, StockState> shelves;
    private final ValueOfSale value;
    private final PointsOfSale points;
    private final Births births;

    public SalePosting(
            References references,
            Participants<ReservationId, ReservationState> reservations,
            Participants<StockId, StockState> shelves,
            Participants<StoredValueId, StoredValueState> accounts,
            PointsOfSale points,
            Births births) {
        this.references = references;
        this.reservations = reservations;
        this.shelves = shelves;
        this.value = new ValueOfSale(accounts);
        this.points = points;
        this.births = births;
    }

    /**
     * What a partial sale sold and took, and what a sale in a programme earned, which the channel could not know.
     *
     * @param earning absent outside a programme
     */
    public record Sold(
            List<SaleLine> lines,
            long totalMinor,
            List<Tender> tenders,
            long changeMinor,
            @MayBeAbsent SaleEarning earning) {

        private static Sold of(SaleRecorded sale) {
            return new Sold(sale.lines(), sale.totalMinor(), sale.tenders(), sale.changeMinor(), sale.earning());
        }
    }

    @CommandHandler
    public Sold handle(RecordSale sale) {
        return post(sale, false);
    }

    /** As a part of an exchange, which has checked what the goods that came back are worth. */
    public Sold exchange(RecordSale sale) {
        return post(sale, true);
    }

    private Sold post(RecordSale sale, boolean exchange) {
        var location = references.location(sale.location());
        births.require(SaleEvent.streamOf(sale.sale()), SaleRejection.SALE_ALREADY_RECORDED);
        require(
                sale.currency().equals(location.currency()),
                SaleRejection.SALE_IN_OTHER_CURRENCY,
                sale.location() + " trades in " + location.currency());
        var lines = sale.lines().stream().map(line -> freeze(sale, line)).toList();
        SaleTerms.check(sale, lines);
        var offered = new Settlement(sale.tenders(), sale.changeMinor(), sale.cashRoundingMinor());
        if (!exchange) offered.requireNoExchange();
        offered.check(sale.totalMinor(), location.cashIncrementMinor());
        return sale.allowPartial()
                ? sellWhatIsThere(sale, location, lines, offered)
                : sell(sale, location, lines, offered);
    }

    private SaleLine freeze(RecordSale sale, Line line) {
        var product = references.product(line.sku(), line.quantity());
        ValueOfSale.check(line, product.kind());
        if (product.kind() == Kind.SERVICE) {
            require(
                    line.stock() == null && line.reservation() == null,
                    SaleRejection.SERVICE_TAKES_NO_STOCK,
                    "line " + line.number() + " is a service");
            return SaleTerms.freeze(line, null, sale.taxMode(), sale.currency());
        }
        if (product.kind() == Kind.GIFT_CARD) return SaleTerms.freeze(line, null, sale.taxMode(), sale.currency());
        LocationId from = line.stock() == null ? sale.location() : line.stock();
        references.location(from);
        return SaleTerms.freeze(line, from, sale.taxMode(), sale.currency());
    }

    private Sold sell(RecordSale sale, LocationRegistered location, List<SaleLine> lines, Settlement settlement) {
        ValueOfSale.requireMoney(lines, settlement);
        var demand = new SaleDemand(sale, lines);
        var posting = new Posting();
        for (var use : demand.uses())
            posting.ask(reservations.load(use.reservation()), promise -> promise.decide(use, Moment.ofDecision()));
        for (var take : demand.takes())
            posting.ask(shelves.load(take.stock()), shelf -> shelf.decide(take, Moment.ofDecision()));
        var drawn = value.ask(posting, sale, location, settlement);
        var recorded = points.ask(posting, sale.programme(), recorded(sale, location, lines, settlement, drawn));
        posting.begin(births, recorded);
        posting.record();
        return recorded.earning() == null ? null : Sold.of(recorded);
    }

    private Sold sellWhatIsThere(
            RecordSale sale, LocationRegistered location, List<SaleLine> asked, Settlement offered) {
        PartialSale.requirePossible(sale.taxMode());
        var there = whatIsThere(sale, asked);
        var lines = new ArrayList<SaleLine>();
        for (var line : asked) {
            var sold = line.stock() == null ? line.quantity() : there.take(line);
            var request = sale.lines().get(line.number() - 1);
            if (!sold.isZero()) lines.add(PartialSale.shrink(line, request, sold, sale.taxMode(), sale.currency()));
        }
        require(
                lines.stream().anyMatch(SalePosting::isOfGoods)
                        || asked.stream().noneMatch(SalePosting::isOfGoods),
                StockRejection.NOT_ENOUGH_STOCK,
                "none of the goods is there");
        long total = SaleTerms.total(lines);
        var taken = total == sale.totalMinor() ? offered : offered.reducedTo(total, location.cashIncrementMinor());
        var inProgramme = sell(sale, location, lines, taken);
        return inProgramme == null ? new Sold(lines, total, taken.tenders(), taken.changeMinor(), null) : inProgramme;
    }

    private static boolean isOfGoods(SaleLine line) {
        return line.stock() != null;
    }

    private WhatIsThere whatIsThere(RecordSale sale, List<SaleLine> asked) {
        var demand = new SaleDemand(sale, asked);
        for (var use : demand.uses()) requireUsable(use);
        var there = new WhatIsThere();
        for (var take : demand.takes()) {
            var shelf = shelves.load(take.stock());
            var decimals = references.product(take.stock().sku()).decimals();
            there.add(take.stock(), shelf.invoke(state -> state.obtainable(take, Moment.ofDecision())), decimals);
        }
        return there;
    }

    /** A line that gets nothing asks its reservation for nothing, and the reason would be lost. */
    private void requireUsable(Use use) {
        var none = new Use(use.reservation(), use.owner(), use.sale(), List.of(), use.occurredAt());
        reservations.load(use.reservation()).invoke(promise -> promise.decide(none, Moment.ofDecision()));
    }

    private static SaleRecorded recorded(
            RecordSale sale,
            LocationRegistered location,
            List<SaleLine> lines,
            Settlement settlement,
            List<DrawnTender> drawn) {
        var localDate = sale.occurredAt().atZone(location.zone()).toLocalDate();
        return new SaleRecorded(
                sale.sale(),
                sale.location(),
                sale.channel(),
                sale.country() == null ? location.country() : sale.country(),
                new BusinessDay(location.zone(), location.cutOver()).of(sale.occurredAt()),
                sale.receipt(),
                sale.customer(),
                sale.currency(),
                sale.taxMode(),
                sale.handover(),
                lines,
                lines.stream().mapToLong(SaleLine::orderDiscountMinor).sum(),
                SaleTerms.total(lines),
                settlement.tenders(),
                settlement.changeMinor(),
                settlement.cashRoundingMinor(),
                location.cashIncrementMinor(),
                localDate.plusDays(location.policy().windowDays()),
                drawn,
                null,
                sale.occurredAt());
    }
}
