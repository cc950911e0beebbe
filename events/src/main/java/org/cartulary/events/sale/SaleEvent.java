package org.cartulary.events.sale;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.cartulary.events.LedgerEvent;
import org.cartulary.events.MayBeAbsent;
import org.cartulary.events.Shape;
import org.cartulary.events.kernel.ChannelId;
import org.cartulary.events.kernel.Country;
import org.cartulary.events.kernel.CurrencyCode;
import org.cartulary.events.kernel.CustomerId;
import org.cartulary.events.kernel.LocationId;
import org.cartulary.events.kernel.Quantity;
import org.cartulary.events.kernel.ReturnId;
import org.cartulary.events.kernel.SaleId;

/** What has happened to a sale. */
public sealed interface SaleEvent extends LedgerEvent {

    SaleId sale();

    @Override
    default String stream() {
        return streamOf(sale());
    }

    static String streamOf(SaleId sale) {
        return "sale/" + sale;
    }

    /**
     * A sale was settled. Amounts are in minor units of {@code currency};
     * {@code sum(tenders) - changeMinor = totalMinor + cashRoundingMinor}.
     *
     * @param location where it was sold; its zone fixes the business day
     * @param country where the customer is served, for tax and analysis
     * @param receipt the number on the customer's receipt or invoice; may be absent
     * @param customer may be absent
     * @param cashRoundingMinor what rounding to coins added, or took where negative; outside tax
     * @param cashIncrementMinor the smallest cash amount in force
     * @param returnableUntil the last local date on which goods may come back
     * @param drawn the lots that tenders in points and stored value took from; absent where there is none
     * @param earning what it earned in a loyalty programme; absent outside one
     */
    record SaleRecorded(
            SaleId sale,
            LocationId location,
            ChannelId channel,
            Country country,
            LocalDate businessDay,
            @MayBeAbsent String receipt,
            @MayBeAbsent CustomerId customer,
            CurrencyCode currency,
            TaxMode taxMode,
            Handover handover,
            List<SaleLine> lines,
            long orderDiscountMinor,
            long totalMinor,
            List<Tender> tenders,
            long changeMinor,
            long cashRoundingMinor,
            long cashIncrementMinor,
            LocalDate returnableUntil,
            @MayBeAbsent List<DrawnTender> drawn,
            @MayBeAbsent SaleEarning earning,
            Instant occurredAt)
            implements SaleEvent {

        public SaleRecorded {
            lines = Shape.listOf(lines);
            tenders = Shape.listOf(tenders);
            drawn = drawn == null || drawn.isEmpty() ? null : Shape.listOf(drawn);
        }

        /** The same sale, with the lots that paid and what it earned. @param byLine what lines earned, by their numbers */
        public SaleRecorded with(List<DrawnTender> lots, SaleEarning earned, Map<Integer, LineEarning> byLine) {
            return new SaleRecorded(
                    sale,
                    location,
                    channel,
                    country,
                    businessDay,
                    receipt,
                    customer,
                    currency,
                    taxMode,
                    handover,
                    lines.stream()
                            .map(line -> line.with(byLine.get(line.number())))
                            .toList(),
                    orderDiscountMinor,
                    totalMinor,
                    tenders,
                    changeMinor,
                    cashRoundingMinor,
                    cashIncrementMinor,
                    returnableUntil,
                    lots,
                    earned,
                    occurredAt);
        }

        /** Neither paid with points or stored value, nor earning. */
        public SaleRecorded(
                SaleId sale,
                LocationId location,
                ChannelId channel,
                Country country,
                LocalDate businessDay,
                String receipt,
                CustomerId customer,
                CurrencyCode currency,
                TaxMode taxMode,
                Handover handover,
                List<SaleLine> lines,
                long orderDiscountMinor,
                long totalMinor,
                List<Tender> tenders,
                long changeMinor,
                long cashRoundingMinor,
                long cashIncrementMinor,
                LocalDate returnableUntil,
                Instant occurredAt) {
            this(
                    sale,
                    location,
                    channel,
                    country,
                    businessDay,
                    receipt,
                    customer,
                    currency,
                    taxMode,
                    handover,
                    lines,
                    orderDiscountMinor,
                    totalMinor,
                    tenders,
                    changeMinor,
                    cashRoundingMinor,
                    cashIncrementMinor,
                    returnableUntil,
                    null,
                    null,
                    occurredAt);
        }
    }

    /**
     * Some of what was sold came back; the return itself is a fact of its own.
     *
     * @param restockingFeeMinor what the retailer kept of the lines' amounts; absent where it was nothing
     * @param cashMinor what of the refunds is paid out in cash, before it is rounded to coins, though it came otherwise or is what
     *     an exchange leaves of cash; absent where it is nothing
     */
    record SaleReturned(
            SaleId sale,
            ReturnId returnId,
            List<ReturnedUnits> lines,
            @MayBeAbsent Long restockingFeeMinor,
            List<RefundedTender> refunds,
            @MayBeAbsent Long cashMinor,
            Instant occurredAt)
            implements SaleEvent {

        public SaleReturned {
            lines = Shape.listOf(lines);
            refunds = Shape.listOf(refunds);
            if (restockingFeeMinor != null && restockingFeeMinor == 0) restockingFeeMinor = null;
            if (cashMinor != null && cashMinor == 0) cashMinor = null;
        }

        /** Without a fee. */
        public SaleReturned(
                SaleId sale,
                ReturnId returnId,
                List<ReturnedUnits> lines,
                List<RefundedTender> refunds,
                Instant occurredAt) {
            this(sale, returnId, lines, null, refunds, null, occurredAt);
        }
    }

    /** Units of a sale's line that came back, with the amounts that they had been sold for. */
    record ReturnedUnits(int line, Quantity quantity, long netMinor, long taxMinor) {}

    /** What went back to a tender of the sale, rounding of cash included. */
    record RefundedTender(int tender, long amountMinor) {}
}
