package org.cartulary.command.returns;

import static org.cartulary.command.kernel.CommandRejected.require;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.axonframework.commandhandling.CommandHandler;
import org.cartulary.command.kernel.Births;
import org.cartulary.command.kernel.CommandHandling;
import org.cartulary.command.kernel.Participants;
import org.cartulary.command.kernel.Posting;
import org.cartulary.command.reference.References;
import org.cartulary.command.returns.LowestPrices.Found;
import org.cartulary.command.returns.ReturnCommand.RecordReturnWithoutReceipt;
import org.cartulary.command.returns.ReturnCommand.UnknownLine;
import org.cartulary.command.sale.SaleRejection;
import org.cartulary.events.kernel.BusinessDay;
import org.cartulary.events.kernel.CustomerId;
import org.cartulary.events.kernel.Money;
import org.cartulary.events.location.LocationEvent.LocationRegistered;
import org.cartulary.events.product.ProductEvent.Kind;
import org.cartulary.events.returns.Refund;
import org.cartulary.events.returns.ReturnEvent;
import org.cartulary.events.returns.ReturnEvent.AllowanceUsed;
import org.cartulary.events.returns.ReturnEvent.ReturnWithoutReceiptRecorded;
import org.cartulary.events.returns.ReturnLine;

/** Records a return whose sale is unknown: at the lowest price in the look-back, as stored credit, capped per customer. */
public final class ReturnWithoutReceiptPosting implements CommandHandling {

    private final References references;
    private final Participants<CustomerId, AllowanceState> allowances;
    private final Restocking restocking;
    private final ValueOfReturn value;
    private final LowestPrices prices;
    private final Births births;

    public ReturnWithoutReceiptPosting(
            References references,
            Participants<CustomerId, AllowanceState> allowances,
            Restocking restocking,
            ValueOfReturn value,
            LowestPrices prices,
            Births births) {
        this.references = references;
        this.allowances = allowances;
        this.restocking = restocking;
        this.value = value;
        this.prices = prices;
        this.births = births;
    }

    @CommandHandler
    public void handle(RecordReturnWithoutReceipt c) {
        var location = references.location(c.location());
        births.require(ReturnEvent.streamOf(c.returnId()), ReturnsRejection.RETURN_ALREADY_RECORDED);
        require(
                c.customer() != null || c.override() != null,
                ReturnsRejection.IDENTITY_NEEDED,
                "a return without receipt names its customer");
        var day = new BusinessDay(location.zone(), location.cutOver()).of(c.occurredAt());
        var found = lowest(c, location, day);
        var lines =
                c.lines().stream().map(line -> line(c, line, location, found)).toList();
        long refund = Money.requireInRange(
                lines.stream().mapToLong(ReturnLine::grossMinor).reduce(0, Math::addExact));
        var posting = new Posting();
        if (c.customer() != null) useAllowance(posting, c, location, day, refund);
        restocking.ask(posting, c.returnId(), lines, c.occurredAt());
        var credit = value.credit(posting, c, location, refund);
        posting.begin(births, recorded(c, location, day, lines, credit, found.position()));
        posting.record();
    }

    private Found lowest(RecordReturnWithoutReceipt c, LocationRegistered location, LocalDate day) {
        if (c.override() != null) return new Found(0, Map.of());
        var skus = c.lines().stream().map(UnknownLine::sku).collect(Collectors.toSet());
        return prices.since(day.minusDays(location.policy().lookBackDays()), location.currency(), skus);
    }

    private void useAllowance(
            Posting posting, RecordReturnWithoutReceipt c, LocationRegistered location, LocalDate day, long refund) {
        var use = new AllowanceUsed(c.customer(), c.returnId(), refund, location.currency(), day, c.occurredAt());
        var policy = location.policy();
        posting.ask(
                allowances.load(c.customer()),
                state -> state.decide(
                        use, policy.lookBackDays(), policy.withoutReceiptCapMinor(), c.override() != null));
    }

    private ReturnLine line(RecordReturnWithoutReceipt c, UnknownLine line, LocationRegistered location, Found found) {
        var product = references.product(line.sku(), line.quantity());
        require(
                product.kind() != Kind.GIFT_CARD,
                SaleRejection.GIFT_CARD_NOT_RETURNABLE,
                "line " + line.number() + " is a gift card, whose money is spent or refunded by its account");
        long gross = line.unitPrice().amountMinor(line.quantity(), location.currency());
        require(
                line.taxMinor() <= gross,
                ReturnsRejection.TAX_EXCEEDS_REFUND,
                "line " + line.number() + " refunds " + gross);
        if (c.override() == null) requirePrice(line, found);
        return new ReturnLine(
                line.number(),
                null,
                line.sku(),
                product.kind() == Kind.SERVICE ? null : Restocking.place(c.location(), line.disposition()),
                line.quantity(),
                line.unitPrice(),
                found.lowest().get(line.sku()),
                gross - line.taxMinor(),
                line.taxMinor(),
                line.disposition(),
                line.reason());
    }

    private static void requirePrice(UnknownLine line, Found found) {
        var lowest = found.lowest().get(line.sku());
        require(
                lowest != null,
                ReturnsRejection.NO_PRICE_IN_LOOK_BACK,
                line.sku() + " was not sold in the look-back, up to position " + found.position());
        require(
                line.unitPrice().compareTo(lowest) <= 0,
                ReturnsRejection.PRICE_ABOVE_LOWEST,
                "the lowest price of " + line.sku() + " up to position " + found.position() + " is " + lowest);
    }

    private static ReturnWithoutReceiptRecorded recorded(
            RecordReturnWithoutReceipt c,
            LocationRegistered location,
            LocalDate day,
            List<ReturnLine> lines,
            List<Refund> refunds,
            long pricedAt) {
        return new ReturnWithoutReceiptRecorded(
                c.returnId(),
                c.location(),
                c.channel(),
                c.country() == null ? location.country() : c.country(),
                day,
                c.receipt(),
                c.customer(),
                location.currency(),
                lines,
                refunds,
                location.policy().lookBackDays(),
                pricedAt,
                location.policy().withoutReceiptCapMinor(),
                c.override(),
                c.occurredAt());
    }
}
