package org.cartulary.projection.trade;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.cartulary.events.kernel.ChannelId;
import org.cartulary.events.kernel.Country;
import org.cartulary.events.kernel.CurrencyCode;
import org.cartulary.events.kernel.CustomerId;
import org.cartulary.events.kernel.LocationId;
import org.cartulary.events.kernel.ReturnId;
import org.cartulary.events.kernel.SaleId;
import org.cartulary.events.returns.PolicyOverride;
import org.cartulary.events.returns.Refund;
import org.cartulary.events.returns.ReturnEvent.ReturnRecorded;
import org.cartulary.events.returns.ReturnEvent.ReturnWithoutReceiptRecorded;
import org.cartulary.events.returns.ReturnLine;

/**
 * A return, with a receipt or without one.
 *
 * @param sale absent without a receipt; such a return is flagged
 */
record GoodsBack(
        ReturnId returnId,
        SaleId sale,
        LocationId location,
        ChannelId channel,
        Country country,
        LocalDate businessDay,
        String receipt,
        CustomerId customer,
        CurrencyCode currency,
        List<ReturnLine> lines,
        long restockingFeeMinor,
        List<Refund> refunds,
        long cashRoundingMinor,
        PolicyOverride override,
        Instant occurredAt) {

    static GoodsBack of(ReturnRecorded e) {
        return new GoodsBack(
                e.returnId(),
                e.sale(),
                e.location(),
                e.channel(),
                e.country(),
                e.businessDay(),
                e.receipt(),
                e.customer(),
                e.currency(),
                e.lines(),
                e.restockingFeeMinor(),
                e.refunds(),
                e.cashRoundingMinor(),
                e.override(),
                e.occurredAt());
    }

    static GoodsBack of(ReturnWithoutReceiptRecorded e) {
        return new GoodsBack(
                e.returnId(),
                null,
                e.location(),
                e.channel(),
                e.country(),
                e.businessDay(),
                e.receipt(),
                e.customer(),
                e.currency(),
                e.lines(),
                0,
                e.refunds(),
                0,
                e.override(),
                e.occurredAt());
    }

    boolean isFlagged() {
        return sale == null;
    }

    long netMinor() {
        return lines.stream().mapToLong(ReturnLine::netMinor).sum();
    }

    long taxMinor() {
        return lines.stream().mapToLong(ReturnLine::taxMinor).sum();
    }
}
