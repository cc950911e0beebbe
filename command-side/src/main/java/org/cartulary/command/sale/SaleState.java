package org.cartulary.command.sale;

import static org.cartulary.command.kernel.CommandRejected.require;
import static org.cartulary.command.sale.SaleRejection.*;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.axonframework.serialization.Revision;
import org.cartulary.command.kernel.CommandRejected;
import org.cartulary.events.kernel.Quantity;
import org.cartulary.events.sale.SaleEvent;
import org.cartulary.events.sale.SaleEvent.RefundedTender;
import org.cartulary.events.sale.SaleEvent.ReturnedUnits;
import org.cartulary.events.sale.SaleEvent.SaleRecorded;
import org.cartulary.events.sale.SaleEvent.SaleReturned;
import org.cartulary.events.sale.SaleLine;

/**
 * What a sale knows after it was recorded: what has come back of each line, and what has gone back to each tender. It
 * decides how much a return refunds: never more than was sold, paid or captured.
 *
 * @param refunded in minor units, by the number of the tender
 * @param feesMinor what the retailer has kept of returns
 * @param cashMinor what was to be paid out in cash though it came otherwise, before it was rounded to coins
 */
@Revision("1")
public record SaleState(
        SaleRecorded sale,
        Map<Integer, Returned> returned,
        Map<Integer, Long> refunded,
        long feesMinor,
        long cashMinor) {

    public static final SaleState NONE = new SaleState(null, Map.of(), Map.of(), 0, 0);

    /** What has come back of one line, with the frozen amounts that went back with it. */
    public record Returned(Quantity quantity, long netMinor, long taxMinor) {

        static final Returned NOTHING = new Returned(Quantity.ZERO, 0, 0);
    }

    /** @throws CommandRejected with a {@link SaleRejection} */
    public List<SaleEvent> decide(TakeBackUnits part) {
        require(sale != null, SALE_UNKNOWN, "there is no sale " + part.sale());
        require(
                !part.occurredAt().isBefore(sale.occurredAt()),
                RETURN_BEFORE_SALE,
                "goods that were sold at " + sale.occurredAt() + " could not come back before");
        require(
                part.windowWaived() || !part.today().isAfter(sale.returnableUntil()),
                RETURN_WINDOW_CLOSED,
                "goods could come back until " + sale.returnableUntil());
        var units = shares(part);
        requireFee(part, units);
        return List.of(new SaleReturned(
                part.sale(),
                part.returnId(),
                units,
                part.restockingFeeMinor(),
                refunds(part, units),
                part.cashMinor(),
                part.occurredAt()));
    }

    private List<RefundedTender> refunds(TakeBackUnits part, List<ReturnedUnits> units) {
        var refunds = new Refunds(sale, refunded);
        var after = after(part, units);
        long fees = feesMinor + part.restockingFeeMinor();
        return after.isComplete() ? refunds.ofEverything(fees) : refunds.upTo(after.valueMinor() - fees);
    }

    private List<ReturnedUnits> shares(TakeBackUnits part) {
        var soFar = new HashMap<>(returned);
        var shares = new ArrayList<ReturnedUnits>();
        for (var back : part.lines()) {
            var line = line(back.saleLine());
            require(
                    line.storedValue() == null,
                    GIFT_CARD_NOT_RETURNABLE,
                    "line " + line.number() + " sold a gift card, whose money is spent or refunded by its account");
            var before = soFar.getOrDefault(line.number(), Returned.NOTHING);
            var after = back(line, before, back.quantity());
            soFar.put(line.number(), after);
            shares.add(new ReturnedUnits(
                    line.number(),
                    back.quantity(),
                    after.netMinor() - before.netMinor(),
                    after.taxMinor() - before.taxMinor()));
        }
        return shares;
    }

    /**
     * A unit's refund is its share of the frozen net and tax. All that has come back is rounded down together, not each unit, so
     * that units worth less than a minor unit come back for money too, and all of them sum to what was paid.
     */
    private static Returned back(SaleLine line, Returned before, Quantity more) {
        var quantity = before.quantity().plus(more);
        require(
                !quantity.isMoreThan(line.quantity()),
                RETURN_EXCEEDS_SALE,
                "line " + line.number() + " sold " + line.quantity() + ", " + before.quantity() + " came back already");
        return new Returned(
                quantity,
                upTo(quantity, line.netMinor(), line.quantity()),
                upTo(quantity, line.taxMinor(), line.quantity()));
    }

    private static long upTo(Quantity quantity, long amountMinor, Quantity sold) {
        return BigInteger.valueOf(amountMinor)
                .multiply(BigInteger.valueOf(quantity.thousandths()))
                .divide(BigInteger.valueOf(sold.thousandths()))
                .longValueExact();
    }

    private static void requireFee(TakeBackUnits part, List<ReturnedUnits> units) {
        long sound = 0;
        for (int i = 0; i < units.size(); i++)
            if (!part.lines().get(i).defective())
                sound += units.get(i).netMinor() + units.get(i).taxMinor();
        long fee = part.restockingFeeMinor();
        boolean allDefective = part.lines().stream().allMatch(TakeBackUnits.Back::defective);
        require(fee == 0 || !allDefective, RESTOCKING_FEE_ON_DEFECTIVE, "the fee is waived for defective goods");
        require(fee <= sound, RESTOCKING_FEE_EXCEEDS_REFUND, "the fee is at most " + sound);
    }

    private SaleState after(TakeBackUnits part, List<ReturnedUnits> units) {
        return evolve(new SaleReturned(part.sale(), part.returnId(), units, List.of(), part.occurredAt()));
    }

    /** What has come back was sold for so much. */
    private long valueMinor() {
        return returned.values().stream()
                .mapToLong(back -> back.netMinor() + back.taxMinor())
                .sum();
    }

    /** Whether nothing of the sale is left with the customer. */
    private boolean isComplete() {
        return sale.lines().stream()
                .allMatch(line -> returned.getOrDefault(line.number(), Returned.NOTHING)
                        .quantity()
                        .equals(line.quantity()));
    }

    /** How much of one line has come back. */
    public Quantity returnedOf(int number) {
        return returned.getOrDefault(number, Returned.NOTHING).quantity();
    }

    /** What has gone back to one tender, in minor units. */
    public long refundedOf(int tender) {
        return refunded.getOrDefault(tender, 0L);
    }

    private SaleLine line(int number) {
        return sale.lines().stream()
                .filter(line -> line.number() == number)
                .findFirst()
                .orElseThrow(() -> new CommandRejected(SALE_LINE_UNKNOWN, "the sale has no line " + number));
    }

    public SaleState evolve(SaleEvent event) {
        return switch (event) {
            case SaleRecorded e -> new SaleState(e, Map.of(), Map.of(), 0, 0);
            case SaleReturned e -> evolve(e);
        };
    }

    private SaleState evolve(SaleReturned e) {
        var back = new TreeMap<>(returned);
        for (var units : e.lines())
            back.merge(
                    units.line(),
                    new Returned(units.quantity(), units.netMinor(), units.taxMinor()),
                    (one, other) -> new Returned(
                            one.quantity().plus(other.quantity()),
                            one.netMinor() + other.netMinor(),
                            one.taxMinor() + other.taxMinor()));
        var paid = new TreeMap<>(refunded);
        for (var refund : e.refunds()) paid.merge(refund.tender(), refund.amountMinor(), Long::sum);
        long fee = e.restockingFeeMinor() == null ? 0 : e.restockingFeeMinor();
        long cash = e.cashMinor() == null ? 0 : e.cashMinor();
        return new SaleState(sale, Map.copyOf(back), Map.copyOf(paid), feesMinor + fee, cashMinor + cash);
    }
}
