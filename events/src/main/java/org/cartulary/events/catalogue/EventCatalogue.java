package org.cartulary.events.catalogue;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cartulary.events.LedgerEvent;
import org.cartulary.events.access.AccessDenied;
import org.cartulary.events.access.ApprovalEvent.ApprovalUsed;
import org.cartulary.events.access.ApprovalEvent.CommandApproved;
import org.cartulary.events.access.GrantEvent.GrantGiven;
import org.cartulary.events.access.GrantEvent.GrantWithdrawn;
import org.cartulary.events.access.KeyEvent.KeyIssued;
import org.cartulary.events.access.KeyEvent.KeyRevoked;
import org.cartulary.events.finance.FinanceEvent.FinancialAdjustmentRecorded;
import org.cartulary.events.json.UnknownEventException;
import org.cartulary.events.ledger.CommandRecorded;
import org.cartulary.events.location.LocationEvent.LocationRegistered;
import org.cartulary.events.loyalty.LoyaltyEvent.*;
import org.cartulary.events.loyalty.ProgrammeEvent.ProgrammeTermsSet;
import org.cartulary.events.product.ProductEvent.GtinAssigned;
import org.cartulary.events.product.ProductEvent.ProductRegistered;
import org.cartulary.events.reservation.ReservationEvent.*;
import org.cartulary.events.returns.ReturnEvent.*;
import org.cartulary.events.sale.SaleEvent.*;
import org.cartulary.events.stock.StockEvent.*;
import org.cartulary.events.storedvalue.StoredValueEvent.*;
import org.cartulary.events.transfer.TransferEvent.*;
import tools.jackson.databind.node.ObjectNode;

/**
 * The stored name and the current revision of every event. The name is for ever: renaming a class changes nothing stored.
 * An optional addition keeps its revision; a structural change raises it and adds one {@link Upcaster}; a changed meaning
 * is a new event.
 */
public final class EventCatalogue {

    /** One kind of event. */
    public record Entry(Class<? extends LedgerEvent> type, String name, int revision) {}

    /** Turns the data of a revision into the data of the next one. */
    public record Upcaster(String name, int fromRevision, Function<ObjectNode, ObjectNode> step) {}

    public static final EventCatalogue CURRENT = new EventCatalogue(
            List.of(
                    new Entry(CommandRecorded.class, "ledger.CommandRecorded", 1),
                    new Entry(LocationRegistered.class, "location.LocationRegistered", 1),
                    new Entry(ProductRegistered.class, "product.ProductRegistered", 1),
                    new Entry(GtinAssigned.class, "product.GtinAssigned", 1),
                    new Entry(GoodsReceived.class, "stock.GoodsReceived", 1),
                    new Entry(StockAdjusted.class, "stock.StockAdjusted", 1),
                    new Entry(StockReclassified.class, "stock.StockReclassified", 1),
                    new Entry(SafetyStockSet.class, "stock.SafetyStockSet", 1),
                    new Entry(StockHeld.class, "stock.StockHeld", 1),
                    new Entry(HoldExtended.class, "stock.HoldExtended", 1),
                    new Entry(HoldCommitted.class, "stock.HoldCommitted", 1),
                    new Entry(HoldReleased.class, "stock.HoldReleased", 1),
                    new Entry(HoldExpired.class, "stock.HoldExpired", 1),
                    new Entry(GoodsSold.class, "stock.GoodsSold", 1),
                    new Entry(GoodsReturned.class, "stock.GoodsReturned", 1),
                    new Entry(GoodsDispatched.class, "stock.GoodsDispatched", 1),
                    new Entry(GoodsArrived.class, "stock.GoodsArrived", 1),
                    new Entry(GoodsFound.class, "stock.GoodsFound", 1),
                    new Entry(ReservationPlaced.class, "reservation.ReservationPlaced", 1),
                    new Entry(ReservationExtended.class, "reservation.ReservationExtended", 1),
                    new Entry(PaymentStarted.class, "reservation.PaymentStarted", 1),
                    new Entry(ReservationCommitted.class, "reservation.ReservationCommitted", 1),
                    new Entry(ReservationUsed.class, "reservation.ReservationUsed", 1),
                    new Entry(ReservationReleased.class, "reservation.ReservationReleased", 1),
                    new Entry(ReservationExpired.class, "reservation.ReservationExpired", 1),
                    new Entry(SaleRecorded.class, "sale.SaleRecorded", 1),
                    new Entry(SaleReturned.class, "sale.SaleReturned", 1),
                    new Entry(ReturnRecorded.class, "returns.ReturnRecorded", 1),
                    new Entry(ReturnWithoutReceiptRecorded.class, "returns.ReturnWithoutReceiptRecorded", 1),
                    new Entry(AllowanceUsed.class, "returns.AllowanceUsed", 1),
                    new Entry(TransferRequested.class, "transfer.TransferRequested", 1),
                    new Entry(TransferApproved.class, "transfer.TransferApproved", 1),
                    new Entry(TransferDispatched.class, "transfer.TransferDispatched", 1),
                    new Entry(TransferReceived.class, "transfer.TransferReceived", 1),
                    new Entry(UnitsLost.class, "transfer.UnitsLost", 1),
                    new Entry(UnitsReturned.class, "transfer.UnitsReturned", 1),
                    new Entry(TransferClosed.class, "transfer.TransferClosed", 1),
                    new Entry(TransferCancelled.class, "transfer.TransferCancelled", 1),
                    new Entry(ProgrammeTermsSet.class, "loyalty.ProgrammeTermsSet", 1),
                    new Entry(CustomerEnrolled.class, "loyalty.CustomerEnrolled", 1),
                    new Entry(PointsEarned.class, "loyalty.PointsEarned", 1),
                    new Entry(PointsRedeemed.class, "loyalty.PointsRedeemed", 1),
                    new Entry(PointsGranted.class, "loyalty.PointsGranted", 1),
                    new Entry(PointsWithdrawn.class, "loyalty.PointsWithdrawn", 1),
                    new Entry(PointsReversed.class, "loyalty.PointsReversed", 1),
                    new Entry(PointsReturned.class, "loyalty.PointsReturned", 1),
                    new Entry(PointsExpired.class, "loyalty.PointsExpired", 1),
                    new Entry(TierReached.class, "loyalty.TierReached", 1),
                    new Entry(TierReviewed.class, "loyalty.TierReviewed", 1),
                    new Entry(AccountOpened.class, "storedvalue.AccountOpened", 1),
                    new Entry(ValueLoaded.class, "storedvalue.ValueLoaded", 1),
                    new Entry(ValueRedeemed.class, "storedvalue.ValueRedeemed", 1),
                    new Entry(ValueRefunded.class, "storedvalue.ValueRefunded", 1),
                    new Entry(ValueExpired.class, "storedvalue.ValueExpired", 1),
                    new Entry(AccountBlocked.class, "storedvalue.AccountBlocked", 1),
                    new Entry(AccountUnblocked.class, "storedvalue.AccountUnblocked", 1),
                    new Entry(CardCodeAssigned.class, "storedvalue.CardCodeAssigned", 1),
                    new Entry(CardCodeTaken.class, "storedvalue.CardCodeTaken", 1),
                    new Entry(FinancialAdjustmentRecorded.class, "finance.FinancialAdjustmentRecorded", 1),
                    new Entry(GrantGiven.class, "access.GrantGiven", 1),
                    new Entry(GrantWithdrawn.class, "access.GrantWithdrawn", 1),
                    new Entry(KeyIssued.class, "access.KeyIssued", 1),
                    new Entry(KeyRevoked.class, "access.KeyRevoked", 1),
                    new Entry(CommandApproved.class, "access.CommandApproved", 1),
                    new Entry(ApprovalUsed.class, "access.ApprovalUsed", 1),
                    new Entry(AccessDenied.class, "access.AccessDenied", 1)),
            List.of());

    private final Map<Class<?>, Entry> byType;
    private final Map<String, Entry> byName;
    private final Map<String, Upcaster> upcasters;

    public EventCatalogue(List<Entry> entries, List<Upcaster> upcasters) {
        this.byType = byKey(entries, Entry::type);
        this.byName = byKey(entries, Entry::name);
        this.upcasters = byKey(upcasters, step -> step.name() + "@" + step.fromRevision());
    }

    public Collection<Entry> entries() {
        return byName.values();
    }

    /** @throws IllegalStateException if the class is missing here, which a test rules out */
    public Entry entry(Class<?> type) {
        var entry = byType.get(type);
        if (entry == null) throw new IllegalStateException(type + " is not in the event catalogue");
        return entry;
    }

    /** @throws UnknownEventException if there is no event of that name */
    public Class<? extends LedgerEvent> type(String name) {
        return known(name).type();
    }

    /**
     * The data of any earlier revision as the current one.
     *
     * @throws UnknownEventException if the revision is later than the current one, or a step is missing
     */
    public ObjectNode upcast(String name, int revision, ObjectNode data) {
        int current = known(name).revision();
        if (revision > current)
            throw new UnknownEventException(name + " has revision " + revision + ", this version knows " + current
                    + ": run the version that wrote it, or a later one");
        var upcasted = data;
        for (int from = revision; from < current; from++)
            upcasted = step(name, from).step().apply(upcasted);
        return upcasted;
    }

    private Upcaster step(String name, int from) {
        var step = upcasters.get(name + "@" + from);
        if (step == null) throw new UnknownEventException(name + " has no upcaster from revision " + from);
        return step;
    }

    private Entry known(String name) {
        var entry = byName.get(name);
        if (entry == null)
            throw new UnknownEventException(
                    "no event is named " + name + " in this version: run the version that wrote it, or a later one");
        return entry;
    }

    private static <K, V> Map<K, V> byKey(List<V> values, Function<V, K> key) {
        return values.stream()
                .collect(Collectors.toMap(
                        key,
                        Function.identity(),
                        (one, other) -> {
                            throw new IllegalArgumentException(one + " and " + other + " have one key");
                        },
                        LinkedHashMap::new));
    }

    /** Every kind of event, found through the sealed families. */
    public static Stream<Class<?>> permitted(Class<?> family) {
        return family.isSealed()
                ? Stream.of(family.getPermittedSubclasses()).flatMap(EventCatalogue::permitted)
                : Stream.of(family);
    }
}
