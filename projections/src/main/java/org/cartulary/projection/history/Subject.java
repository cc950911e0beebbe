package org.cartulary.projection.history;

import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cartulary.events.LedgerEvent;
import org.cartulary.events.finance.FinanceEvent;
import org.cartulary.events.finance.FinanceEvent.FinancialAdjustmentRecorded;
import org.cartulary.events.kernel.ChannelId;
import org.cartulary.events.kernel.LocationId;
import org.cartulary.events.kernel.Sku;
import org.cartulary.events.ledger.CommandRecorded;
import org.cartulary.events.location.LocationEvent;
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

/**
 * What an event is about, as far as it says so itself.
 *
 * @param location may be absent
 * @param channel may be absent
 */
record Subject(LocationId location, ChannelId channel, Set<Sku> skus) {

    private static final Subject NOTHING = new Subject(null, null, Set.of());

    static Subject of(LedgerEvent event) {
        return switch (event) {
            case StockEvent e ->
                new Subject(e.stock().location(), channelOf(e), Set.of(e.stock().sku()));
            case SaleEvent e -> of(e);
            case ReturnEvent e -> of(e);
            case ReservationEvent e -> of(e);
            case ProductEvent e -> new Subject(null, null, Set.of(e.sku()));
            case LocationEvent e -> new Subject(e.location(), null, Set.of());
            case FinanceEvent e -> of(e);
            case CommandRecorded e -> NOTHING;
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
                        null,
                        e.channel(),
                        skus(e.units().stream(), units -> units.stock().sku()));
            case ReservationUsed e ->
                new Subject(
                        null,
                        null,
                        skus(e.units().stream(), units -> units.stock().sku()));
            case ReservationExtended e -> NOTHING;
            case PaymentStarted e -> NOTHING;
            case ReservationCommitted e -> NOTHING;
            case ReservationReleased e -> NOTHING;
            case ReservationExpired e -> NOTHING;
        };
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
        };
    }

    private static <T> Set<Sku> skus(Stream<T> lines, Function<T, Sku> sku) {
        return lines.map(sku).collect(Collectors.toCollection(TreeSet::new));
    }
}
