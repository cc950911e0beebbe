package org.cartulary.events.subject;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cartulary.events.LedgerEvent;
import org.cartulary.events.access.AccessDenied;
import org.cartulary.events.access.ApprovalEvent;
import org.cartulary.events.access.GrantEvent;
import org.cartulary.events.access.KeyEvent;
import org.cartulary.events.finance.FinanceEvent;
import org.cartulary.events.finance.FinanceEvent.FinancialAdjustmentRecorded;
import org.cartulary.events.kernel.ChannelId;
import org.cartulary.events.kernel.LocationId;
import org.cartulary.events.kernel.Sku;
import org.cartulary.events.ledger.CommandRecorded;
import org.cartulary.events.location.LocationEvent;
import org.cartulary.events.loyalty.LoyaltyEvent;
import org.cartulary.events.loyalty.ProgrammeEvent;
import org.cartulary.events.product.ProductEvent;
import org.cartulary.events.reservation.ReservationEvent;
import org.cartulary.events.reservation.ReservationEvent.*;
import org.cartulary.events.returns.ReturnEvent;
import org.cartulary.events.returns.ReturnEvent.*;
import org.cartulary.events.returns.ReturnLine;
import org.cartulary.events.sale.SaleEvent;
import org.cartulary.events.sale.SaleEvent.*;
import org.cartulary.events.sale.SaleLine;
import org.cartulary.events.stock.StockEvent;
import org.cartulary.events.stock.StockEvent.*;
import org.cartulary.events.storedvalue.StoredValueEvent;
import org.cartulary.events.storedvalue.StoredValueEvent.*;
import org.cartulary.events.transfer.LineAccount;
import org.cartulary.events.transfer.TransferEvent;
import org.cartulary.events.transfer.TransferEvent.*;
import org.cartulary.events.transfer.TransferLine;

/**
 * What an event is about, as far as it says so itself.
 *
 * @param locations the place where it happened first, and then whichever else it concerns; may be empty
 * @param channel may be absent
 */
public record Subject(List<LocationId> locations, ChannelId channel, Set<Sku> skus) {

    private static final Subject NOTHING = new Subject(List.of(), null, Set.of());

    /** @param location may be absent */
    Subject(LocationId location, ChannelId channel, Set<Sku> skus) {
        this(location == null ? List.of() : List.of(location), channel, skus);
    }

    /** Where it happened; may be absent. */
    public LocationId location() {
        return locations.isEmpty() ? null : locations.getFirst();
    }

    public static Subject of(LedgerEvent event) {
        return switch (event) {
            case StockEvent e ->
                new Subject(e.stock().location(), channelOf(e), Set.of(e.stock().sku()));
            case SaleEvent e -> of(e);
            case ReturnEvent e -> of(e);
            case ReservationEvent e -> of(e);
            case TransferEvent e -> of(e);
            case StoredValueEvent e -> new Subject(placeOf(e), null, Set.of());
            case ProductEvent e -> new Subject(List.of(), null, Set.of(e.sku()));
            case LocationEvent e -> new Subject(e.location(), null, Set.of());
            case FinanceEvent e -> of(e);
            case ProgrammeEvent e -> NOTHING;
            case LoyaltyEvent e -> NOTHING;
            case CommandRecorded e -> NOTHING;
            case GrantEvent e -> NOTHING;
            case KeyEvent e -> NOTHING;
            case ApprovalEvent e -> NOTHING;
            case AccessDenied e -> NOTHING;
            default -> throw new IllegalStateException(event.getClass() + " has no subject yet");
        };
    }

    private static Subject of(SaleEvent event) {
        return switch (event) {
            case SaleRecorded e -> new Subject(e.location(), e.channel(), skus(e.lines().stream(), SaleLine::sku));
            case SaleReturned e -> NOTHING;
        };
    }

    private static Subject of(FinanceEvent event) {
        return switch (event) {
            case FinancialAdjustmentRecorded e -> new Subject(e.location(), e.channel(), Set.of());
        };
    }

    private static Subject of(ReturnEvent event) {
        return switch (event) {
            case ReturnRecorded e -> new Subject(e.location(), e.channel(), skus(e.lines().stream(), ReturnLine::sku));
            case ReturnWithoutReceiptRecorded e ->
                new Subject(e.location(), e.channel(), skus(e.lines().stream(), ReturnLine::sku));
            case AllowanceUsed e -> NOTHING;
        };
    }

    private static Subject of(ReservationEvent event) {
        return switch (event) {
            case ReservationPlaced e ->
                new Subject(
                        List.of(),
                        e.channel(),
                        skus(e.units().stream(), units -> units.stock().sku()));
            case ReservationUsed e ->
                new Subject(
                        List.of(),
                        null,
                        skus(e.units().stream(), units -> units.stock().sku()));
            case ReservationExtended e -> NOTHING;
            case PaymentStarted e -> NOTHING;
            case ReservationCommitted e -> NOTHING;
            case ReservationReleased e -> NOTHING;
            case ReservationExpired e -> NOTHING;
        };
    }

    private static Subject of(TransferEvent event) {
        return switch (event) {
            case TransferRequested e -> left(e, skus(e.lines().stream(), TransferLine::sku));
            case TransferApproved e -> left(e, skus(e.lines().stream(), TransferLine::sku));
            case TransferDispatched e -> left(e, skus(e.lines().stream(), DispatchedLine::sku));
            case TransferReceived e -> reached(e, skus(e.lines().stream(), ReceivedLine::sku));
            case UnitsLost e -> reached(e, skus(e.lines().stream(), TransferLine::sku));
            case UnitsReturned e -> left(e, skus(e.lines().stream(), TransferLine::sku));
            case TransferClosed e -> reached(e, skus(e.lines().stream(), LineAccount::sku));
            case TransferCancelled e -> left(e, skus(e.lines().stream(), TransferLine::sku));
        };
    }

    private static LocationId placeOf(StoredValueEvent event) {
        return switch (event) {
            case AccountOpened e -> e.location();
            case ValueLoaded e -> e.location();
            case ValueRedeemed e -> e.location();
            case ValueRefunded e -> e.location();
            case ValueExpired e -> null;
            case AccountBlocked e -> null;
            case AccountUnblocked e -> null;
            case CardCodeAssigned e -> null;
            case CardCodeTaken e -> null;
        };
    }

    private static Subject left(TransferEvent event, Set<Sku> skus) {
        return new Subject(List.of(event.route().source(), event.route().destination()), null, skus);
    }

    private static Subject reached(TransferEvent event, Set<Sku> skus) {
        return new Subject(List.of(event.route().destination(), event.route().source()), null, skus);
    }

    private static ChannelId channelOf(StockEvent event) {
        return switch (event) {
            case StockHeld e -> e.channel();
            case GoodsSold e -> e.channel();
            case SafetyStockSet e -> e.channel();
            case GoodsReceived e -> null;
            case StockAdjusted e -> null;
            case StockReclassified e -> null;
            case HoldExtended e -> null;
            case HoldCommitted e -> null;
            case HoldReleased e -> null;
            case HoldExpired e -> null;
            case GoodsReturned e -> null;
            case GoodsDispatched e -> null;
            case GoodsArrived e -> null;
            case GoodsFound e -> null;
        };
    }

    private static <T> Set<Sku> skus(Stream<T> lines, Function<T, Sku> sku) {
        return lines.map(sku).collect(Collectors.toCollection(TreeSet::new));
    }
}
