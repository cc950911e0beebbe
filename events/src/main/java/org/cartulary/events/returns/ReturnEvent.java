package org.cartulary.events.returns;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.cartulary.events.LedgerEvent;
import org.cartulary.events.MayBeAbsent;
import org.cartulary.events.Shape;
import org.cartulary.events.kernel.ChannelId;
import org.cartulary.events.kernel.Country;
import org.cartulary.events.kernel.CurrencyCode;
import org.cartulary.events.kernel.CustomerId;
import org.cartulary.events.kernel.LocationId;
import org.cartulary.events.kernel.ReturnId;
import org.cartulary.events.kernel.SaleId;
import org.cartulary.events.sale.LineEarning;

/** Goods came back from customers and money went to them. Amounts are in minor units of the return's currency. */
public sealed interface ReturnEvent extends LedgerEvent {

    /**
     * Goods of a recorded sale came back. {@code sum(refunds) = sum(lines) - restockingFeeMinor + cashRoundingMinor}.
     *
     * @param location that received them
     * @param country of the sale, so that sales and returns of a market meet
     * @param restockingFeeMinor kept by the retailer, as a line of its own
     * @param cashRoundingMinor the mirror of the sale's rounding
     * @param pointsReturned points that had been spent and are the customer's again; absent where there are none
     * @param override who allowed what the policy forbids, and why; absent where nothing was overridden
     */
    record ReturnRecorded(
            ReturnId returnId,
            SaleId sale,
            LocationId location,
            ChannelId channel,
            Country country,
            LocalDate businessDay,
            @MayBeAbsent String receipt,
            @MayBeAbsent CustomerId customer,
            CurrencyCode currency,
            List<ReturnLine> lines,
            long restockingFeeMinor,
            List<Refund> refunds,
            long cashRoundingMinor,
            @MayBeAbsent PolicyOverride override,
            @MayBeAbsent Long pointsReturned,
            Instant occurredAt)
            implements ReturnEvent {

        /** The same return, with its points. @param reversed by its lines, in their order; null where one had earned nothing */
        public ReturnRecorded with(List<LineEarning> reversed, Long returned) {
            return new ReturnRecorded(
                    returnId,
                    sale,
                    location,
                    channel,
                    country,
                    businessDay,
                    receipt,
                    customer,
                    currency,
                    IntStream.range(0, lines.size())
                            .mapToObj(i -> lines.get(i).with(reversed.get(i)))
                            .toList(),
                    restockingFeeMinor,
                    refunds,
                    cashRoundingMinor,
                    override,
                    returned,
                    occurredAt);
        }

        /** Without points. */
        public ReturnRecorded(
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
            this(
                    returnId,
                    sale,
                    location,
                    channel,
                    country,
                    businessDay,
                    receipt,
                    customer,
                    currency,
                    lines,
                    restockingFeeMinor,
                    refunds,
                    cashRoundingMinor,
                    override,
                    null,
                    occurredAt);
        }

        public ReturnRecorded {
            lines = Shape.listOf(lines);
            refunds = Shape.listOf(refunds);
        }

        @Override
        public String stream() {
            return streamOf(returnId);
        }
    }

    /**
     * Goods came back and nobody could name their sale. Always flagged for review.
     *
     * @param pricedAt the position up to which the ledger's sales were searched for the lowest price
     * @param policyCapMinor the cap per customer in force
     */
    record ReturnWithoutReceiptRecorded(
            ReturnId returnId,
            LocationId location,
            ChannelId channel,
            Country country,
            LocalDate businessDay,
            @MayBeAbsent String receipt,
            @MayBeAbsent CustomerId customer,
            CurrencyCode currency,
            List<ReturnLine> lines,
            List<Refund> refunds,
            int lookBackDays,
            long pricedAt,
            long policyCapMinor,
            @MayBeAbsent PolicyOverride override,
            Instant occurredAt)
            implements ReturnEvent {

        public ReturnWithoutReceiptRecorded {
            lines = Shape.listOf(lines);
            refunds = Shape.listOf(refunds);
        }

        @Override
        public String stream() {
            return streamOf(returnId);
        }
    }

    /** A customer was refunded without a receipt, which counts against the cap. */
    record AllowanceUsed(
            CustomerId customer,
            ReturnId returnId,
            long amountMinor,
            CurrencyCode currency,
            LocalDate businessDay,
            Instant occurredAt)
            implements ReturnEvent {

        @Override
        public String stream() {
            return allowanceOf(customer);
        }
    }

    static String streamOf(ReturnId returnId) {
        return "return/" + returnId;
    }

    static String allowanceOf(CustomerId customer) {
        return "return-allowance/" + customer;
    }
}
