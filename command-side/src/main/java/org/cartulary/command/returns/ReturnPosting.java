package org.cartulary.command.returns;

import static org.cartulary.command.kernel.CommandRejected.require;

import java.util.ArrayList;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.cartulary.command.kernel.Births;
import org.cartulary.command.kernel.CommandHandling;
import org.cartulary.command.kernel.Participants;
import org.cartulary.command.kernel.Posting;
import org.cartulary.command.reference.References;
import org.cartulary.command.returns.ReturnCommand.Line;
import org.cartulary.command.returns.ReturnCommand.RecordReturn;
import org.cartulary.command.sale.SaleState;
import org.cartulary.command.sale.TakeBackUnits;
import org.cartulary.command.sale.TakeBackUnits.Back;
import org.cartulary.events.kernel.BusinessDay;
import org.cartulary.events.kernel.SaleId;
import org.cartulary.events.location.LocationEvent.LocationRegistered;
import org.cartulary.events.returns.Refund;
import org.cartulary.events.returns.ReturnEvent;
import org.cartulary.events.returns.ReturnEvent.ReturnRecorded;
import org.cartulary.events.returns.ReturnLine;
import org.cartulary.events.sale.SaleEvent.ReturnedUnits;
import org.cartulary.events.sale.SaleEvent.SaleRecorded;
import org.cartulary.events.sale.SaleEvent.SaleReturned;

/** Records a return against its sale: the return, what the sale has left, and the goods on the receiving shelves. */
public final class ReturnPosting implements CommandHandling {

    private final References references;
    private final Participants<SaleId, SaleState> sales;
    private final Restocking restocking;
    private final ValueOfReturn value;
    private final PointsOfReturn points;
    private final Births births;

    public ReturnPosting(
            References references,
            Participants<SaleId, SaleState> sales,
            Restocking restocking,
            ValueOfReturn value,
            PointsOfReturn points,
            Births births) {
        this.references = references;
        this.sales = sales;
        this.restocking = restocking;
        this.value = value;
        this.points = points;
        this.births = births;
    }

    /** What goes back to the customer, which the ledger works out. */
    public record Refunded(List<Refund> refunds, long refundMinor, long cashRoundingMinor) {}

    @CommandHandler
    public Refunded handle(RecordReturn c) {
        var recorded = post(c, Netting.NONE);
        return new Refunded(
                recorded.refunds(),
                recorded.refunds().stream().mapToLong(Refund::amountMinor).sum(),
                recorded.cashRoundingMinor());
    }

    /** As a part of an exchange: what comes back pays for that sale first, and only the rest is refunded. */
    public ReturnRecorded exchange(RecordReturn c, SaleId sale, long totalMinor) {
        return post(c, new Netting(sale, totalMinor));
    }

    private ReturnRecorded post(RecordReturn c, Netting netting) {
        var location = references.location(c.location());
        births.require(ReturnEvent.streamOf(c.returnId()), ReturnsRejection.RETURN_ALREADY_RECORDED);
        var sale = sales.load(c.sale());
        var posting = new Posting();
        var part = part(c, location);
        // How much is due decides how much of it is paid in cash, which the sale remembers, so that its rounding never
        // adds up.
        var due = (SaleReturned) sale.invoke(state -> state.decide(part)).getFirst();
        var before = Before.of(sale);
        requireCurrency(c, location, before.sale());
        long cash = value.cash(c, before, due.refunds(), netting);
        var back = (SaleReturned)
                posting.ask(sale, state -> state.decide(part.inCash(cash))).getFirst();
        var lines = lines(c, before.sale(), back.lines());
        restocking.ask(posting, c.returnId(), lines, c.occurredAt());
        var refunds = value.ask(posting, c, location, before, back.refunds(), netting);
        var recorded = points.ask(posting, sale, back, recorded(c, location, before.sale(), lines, refunds));
        posting.begin(births, recorded);
        posting.record();
        return recorded;
    }

    private static TakeBackUnits part(RecordReturn c, LocationRegistered location) {
        var lines = c.lines().stream()
                .map(line -> new Back(line.saleLine(), line.quantity(), line.defective()))
                .toList();
        var today = c.occurredAt().atZone(location.zone()).toLocalDate();
        return new TakeBackUnits(
                c.sale(), c.returnId(), lines, c.restockingFeeMinor(), today, c.override() != null, c.occurredAt());
    }

    private static void requireCurrency(RecordReturn c, LocationRegistered location, SaleRecorded sale) {
        require(
                location.currency().equals(sale.currency()),
                ReturnsRejection.RETURN_IN_OTHER_CURRENCY,
                c.location() + " trades in " + location.currency() + ", the sale was in " + sale.currency());
    }

    private static ReturnRecorded recorded(
            RecordReturn c,
            LocationRegistered location,
            SaleRecorded sale,
            List<ReturnLine> lines,
            List<Refund> refunds) {
        long value = lines.stream().mapToLong(ReturnLine::grossMinor).sum() - c.restockingFeeMinor();
        long paid = refunds.stream().mapToLong(Refund::amountMinor).sum();
        return new ReturnRecorded(
                c.returnId(),
                c.sale(),
                c.location(),
                c.channel(),
                sale.country(),
                new BusinessDay(location.zone(), location.cutOver()).of(c.occurredAt()),
                c.receipt(),
                sale.customer(),
                sale.currency(),
                lines,
                c.restockingFeeMinor(),
                refunds,
                paid - value,
                c.override(),
                c.occurredAt());
    }

    private List<ReturnLine> lines(RecordReturn c, SaleRecorded sale, List<ReturnedUnits> back) {
        var lines = new ArrayList<ReturnLine>();
        for (int i = 0; i < back.size(); i++) lines.add(line(c, c.lines().get(i), sale, back.get(i)));
        return lines;
    }

    private ReturnLine line(RecordReturn c, Line asked, SaleRecorded sale, ReturnedUnits back) {
        var sold = sale.lines().stream()
                .filter(line -> line.number() == back.line())
                .findFirst()
                .orElseThrow();
        references.product(sold.sku(), asked.quantity());
        return new ReturnLine(
                asked.number(),
                sold.number(),
                sold.sku(),
                sold.stock() == null ? null : Restocking.place(c.location(), asked.disposition()),
                back.quantity(),
                sold.unitPrice(),
                null,
                back.netMinor(),
                back.taxMinor(),
                asked.disposition(),
                asked.reason());
    }
}
