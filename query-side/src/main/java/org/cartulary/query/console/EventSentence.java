package org.cartulary.query.console;

import java.util.List;
import org.cartulary.events.LedgerEvent;
import org.cartulary.events.access.AccessDenied;
import org.cartulary.events.access.ApprovalEvent;
import org.cartulary.events.access.GrantEvent;
import org.cartulary.events.access.KeyEvent;
import org.cartulary.events.finance.FinanceEvent;
import org.cartulary.events.finance.FinanceEvent.FinancialAdjustmentRecorded;
import org.cartulary.events.ledger.CommandRecorded;
import org.cartulary.events.location.LocationEvent;
import org.cartulary.events.location.LocationEvent.LocationRegistered;
import org.cartulary.events.loyalty.LoyaltyEvent;
import org.cartulary.events.loyalty.ProgrammeEvent;
import org.cartulary.events.product.ProductEvent;
import org.cartulary.events.product.ProductEvent.GtinAssigned;
import org.cartulary.events.product.ProductEvent.ProductRegistered;
import org.cartulary.events.reservation.ReservationEvent;
import org.cartulary.events.reservation.ReservationEvent.PaymentStarted;
import org.cartulary.events.reservation.ReservationEvent.ReservationCommitted;
import org.cartulary.events.reservation.ReservationEvent.ReservationExpired;
import org.cartulary.events.reservation.ReservationEvent.ReservationExtended;
import org.cartulary.events.reservation.ReservationEvent.ReservationPlaced;
import org.cartulary.events.reservation.ReservationEvent.ReservationReleased;
import org.cartulary.events.reservation.ReservationEvent.ReservationUsed;
import org.cartulary.events.returns.Refund;
import org.cartulary.events.returns.ReturnEvent;
import org.cartulary.events.returns.ReturnEvent.AllowanceUsed;
import org.cartulary.events.returns.ReturnEvent.ReturnRecorded;
import org.cartulary.events.returns.ReturnEvent.ReturnWithoutReceiptRecorded;
import org.cartulary.events.sale.SaleEvent;
import org.cartulary.events.sale.SaleEvent.SaleRecorded;
import org.cartulary.events.sale.SaleEvent.SaleReturned;
import org.cartulary.events.stock.StockEvent;
import org.cartulary.events.storedvalue.StoredValueEvent;
import org.cartulary.events.transfer.TransferEvent;

/** What an event says, in one line. */
final class EventSentence {

    private EventSentence() {}

    static String of(LedgerEvent event) {
        return switch (event) {
            case StockEvent e -> StockSentence.of(e);
            case SaleEvent e -> of(e);
            case ReturnEvent e -> of(e);
            case ReservationEvent e -> of(e);
            case TransferEvent e -> TransferSentence.of(e);
            case StoredValueEvent e -> StoredValueSentence.of(e);
            case LocationEvent e -> of(e);
            case ProductEvent e -> of(e);
            case FinanceEvent e -> of(e);
            case ProgrammeEvent e -> LoyaltySentence.of(e);
            case LoyaltyEvent e -> LoyaltySentence.of(e);
            case CommandRecorded e -> of(e);
            case GrantEvent e -> AccessSentence.of(e);
            case KeyEvent e -> AccessSentence.of(e);
            case ApprovalEvent e -> AccessSentence.of(e);
            case AccessDenied e -> AccessSentence.of(e);
            default -> event.stream();
        };
    }

    private static String of(CommandRecorded e) {
        return switch (e.outcome()) {
            case ACCEPTED -> e.name() + " accepted: " + count(e.events(), "event");
            case REFUSED -> e.name() + " refused, " + e.code() + ": " + e.detail();
        };
    }

    private static String of(LocationEvent event) {
        return switch (event) {
            case LocationRegistered e ->
                "Location " + e.location() + " (" + e.name() + ", " + e.country() + ") keeps its days in " + e.zone();
        };
    }

    private static String of(ProductEvent event) {
        return switch (event) {
            case ProductRegistered e -> "Product " + e.sku() + ": " + e.name();
            case GtinAssigned e -> "GTIN " + e.gtin() + " names " + e.sku();
        };
    }

    private static String of(SaleEvent event) {
        return switch (event) {
            case SaleRecorded e ->
                "Sold " + count(e.lines().size(), "line") + " at " + e.location() + " by " + e.channel() + " for "
                        + Amounts.withCurrency(e.totalMinor(), e.currency().value());
            case SaleReturned e -> count(e.lines().size(), "line") + " of a sale came back";
        };
    }

    private static String of(ReturnEvent event) {
        return switch (event) {
            case ReturnRecorded e ->
                "Took back " + count(e.lines().size(), "line") + " at " + e.location() + ", refunded "
                        + Amounts.withCurrency(
                                refunded(e.refunds()), e.currency().value());
            case ReturnWithoutReceiptRecorded e ->
                "Took back " + count(e.lines().size(), "line") + " without receipt at " + e.location() + ", credited "
                        + Amounts.withCurrency(
                                refunded(e.refunds()), e.currency().value());
            case AllowanceUsed e ->
                "A customer's allowance without receipts went down by "
                        + Amounts.withCurrency(e.amountMinor(), e.currency().value());
        };
    }

    private static String of(ReservationEvent event) {
        return switch (event) {
            case ReservationPlaced e ->
                "Reserved " + count(e.units().size(), "shelf", "shelves") + " for " + e.owner() + " until "
                        + Times.minute(e.expiresAt());
            case ReservationExtended e -> "A reservation lives until " + Times.minute(e.expiresAt());
            case PaymentStarted e -> "A reservation is being paid, frozen until " + Times.minute(e.frozenUntil());
            case ReservationCommitted e -> "A reservation is firm";
            case ReservationUsed e ->
                "A sale took " + count(e.units().size(), "shelf", "shelves") + " of a reservation";
            case ReservationReleased e -> "A reservation was given back: " + e.reason();
            case ReservationExpired e -> "A reservation ran out of time";
        };
    }

    private static String of(FinanceEvent event) {
        return switch (event) {
            case FinancialAdjustmentRecorded e ->
                e.kind() + " of "
                        + Amounts.withCurrency(
                                e.amount().amountMinor(), e.amount().currency().value()) + ": " + e.reason();
        };
    }

    private static long refunded(List<Refund> refunds) {
        return refunds.stream().mapToLong(Refund::amountMinor).sum();
    }

    private static String count(int count, String one) {
        return count(count, one, one + "s");
    }

    private static String count(int count, String one, String more) {
        return count + " " + (count == 1 ? one : more);
    }
}
