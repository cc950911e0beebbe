package org.cartulary.command.sale;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.cartulary.command.kernel.Command;
import org.cartulary.events.MayBeAbsent;
import org.cartulary.events.Shape;
import org.cartulary.events.kernel.CardNumbers;
import org.cartulary.events.kernel.ChannelId;
import org.cartulary.events.kernel.Country;
import org.cartulary.events.kernel.CurrencyCode;
import org.cartulary.events.kernel.CustomerId;
import org.cartulary.events.kernel.LocationId;
import org.cartulary.events.kernel.Money;
import org.cartulary.events.kernel.ProgrammeId;
import org.cartulary.events.kernel.Quantity;
import org.cartulary.events.kernel.ReservationId;
import org.cartulary.events.kernel.SaleId;
import org.cartulary.events.kernel.Sku;
import org.cartulary.events.kernel.StoredValueId;
import org.cartulary.events.kernel.UnitPrice;
import org.cartulary.events.sale.Discount;
import org.cartulary.events.sale.Handover;
import org.cartulary.events.sale.Tax;
import org.cartulary.events.sale.TaxMode;
import org.cartulary.events.sale.Tender;

/** What may be asked about sales. */
public sealed interface SaleCommand extends Command {

    /** More lines than any basket has; the largest invoice known to us has 1,114. */
    int MOST_LINES = 2_000;

    /**
     * A settled sale is recorded, with prices, discounts and taxes as the channel worked them out; the ledger checks that
     * they add up. Amounts are in minor units of {@code currency}.
     *
     * @param country the market; the location's by default
     * @param receipt the number on the customer's receipt; may be absent
     * @param customer an opaque id; may be absent
     * @param owner of the reservations that lines use; needed only with them
     * @param taxMode tax within prices, rounded per line, by default
     * @param handover shipment by default, which leaves safety stock alone
     * @param orderDiscountMinor off the whole order, apportioned to its lines by largest remainder
     * @param totalMinor what the customer owes, tax included
     * @param changeMinor cash given back
     * @param cashRoundingMinor what rounding to coins adds, or takes where negative
     * @param programme the loyalty programme in which the customer, who is needed then, earns and spends points; may be
     *     absent
     * @param allowPartial whether to sell what is there where not all is; the last tenders then take less
     */
    record RecordSale(
            SaleId sale,
            LocationId location,
            ChannelId channel,
            @MayBeAbsent Country country,
            @MayBeAbsent String receipt,
            @MayBeAbsent CustomerId customer,
            @MayBeAbsent String owner,
            CurrencyCode currency,
            @MayBeAbsent TaxMode taxMode,
            @MayBeAbsent Handover handover,
            List<Line> lines,
            @MayBeAbsent long orderDiscountMinor,
            long totalMinor,
            @MayBeAbsent List<Tender> tenders,
            @MayBeAbsent long changeMinor,
            @MayBeAbsent long cashRoundingMinor,
            @MayBeAbsent boolean allowPartial,
            @MayBeAbsent ProgrammeId programme,
            Instant occurredAt)
            implements SaleCommand {

        public RecordSale {
            Shape.present(sale, "sale");
            Shape.present(location, "location");
            Shape.present(channel, "channel");
            Shape.present(currency, "currency");
            Shape.present(occurredAt, "occurredAt");
            CardNumbers.refuseIn(Shape.optionalText(receipt, 64, "receipt"), "receipt");
            CardNumbers.refuseIn(Shape.optionalText(owner, 64, "owner"), "owner");
            taxMode = taxMode == null ? TaxMode.INCLUSIVE_PER_LINE : taxMode;
            handover = handover == null ? Handover.SHIPMENT : handover;
            lines = Shape.someOf(lines, MOST_LINES, "lines");
            tenders = Shape.listOf(tenders);
            if (tenders.size() > 50) throw new IllegalArgumentException("tenders has at most 50 entries");
            Money.requireNotNegative(orderDiscountMinor, "orderDiscountMinor");
            Money.requireNotNegative(totalMinor, "totalMinor");
            Money.requireNotNegative(changeMinor, "changeMinor");
            Money.requireInRange(cashRoundingMinor);
            if (programme != null) Shape.present(customer, "customer");
            for (int i = 0; i < lines.size(); i++)
                if (lines.get(i).number() != i + 1)
                    throw new IllegalArgumentException("lines[].number counts 1, 2, 3, …");
            for (int i = 0; i < tenders.size(); i++)
                if (tenders.get(i).number() != i + 1)
                    throw new IllegalArgumentException("tenders[].number counts 1, 2, 3, …");
        }

        /** Outside any loyalty programme. */
        public RecordSale(
                SaleId sale,
                LocationId location,
                ChannelId channel,
                Country country,
                String receipt,
                CustomerId customer,
                String owner,
                CurrencyCode currency,
                TaxMode taxMode,
                Handover handover,
                List<Line> lines,
                long orderDiscountMinor,
                long totalMinor,
                List<Tender> tenders,
                long changeMinor,
                long cashRoundingMinor,
                boolean allowPartial,
                Instant occurredAt) {
            this(
                    sale,
                    location,
                    channel,
                    country,
                    receipt,
                    customer,
                    owner,
                    currency,
                    taxMode,
                    handover,
                    lines,
                    orderDiscountMinor,
                    totalMinor,
                    tenders,
                    changeMinor,
                    cashRoundingMinor,
                    allowPartial,
                    null,
                    occurredAt);
        }
    }

    /**
     * One line as the channel worked it out.
     *
     * @param stock whose stock it takes; the sale's location by default; absent for a service
     * @param reservation whose held units it takes, all of them from there; may be absent
     * @param discountMinor off this line alone, before tax
     * @param orderDiscountMinor its share of the order's discount, before tax
     * @param discounts why {@code discountMinor} is given; they sum to it; may be absent
     * @param card the gift card that the line sells or loads; absent for everything else
     * @param taxes none where the line is not taxed; their bases make up the line's amount without tax
     */
    record Line(
            int number,
            Sku sku,
            @MayBeAbsent LocationId stock,
            @MayBeAbsent ReservationId reservation,
            Quantity quantity,
            UnitPrice unitPrice,
            @MayBeAbsent long discountMinor,
            @MayBeAbsent long orderDiscountMinor,
            @MayBeAbsent List<Tax> taxes,
            @MayBeAbsent List<Discount> discounts,
            @MayBeAbsent CardLoad card) {

        public Line {
            Shape.present(sku, "lines[].sku");
            Shape.present(unitPrice, "lines[].unitPrice");
            if (Shape.present(quantity, "lines[].quantity").isZero())
                throw new IllegalArgumentException("lines[].quantity is more than nothing");
            Money.requireNotNegative(discountMinor, "lines[].discountMinor");
            Money.requireNotNegative(orderDiscountMinor, "lines[].orderDiscountMinor");
            taxes = Shape.listOf(taxes);
            if (taxes.size() > 10) throw new IllegalArgumentException("lines[].taxes has at most 10 entries");
            discounts =
                    discounts == null || discounts.isEmpty() ? null : Shape.someOf(discounts, 10, "lines[].discounts");
        }

        /** With no reason for its discount, and no gift card. */
        public Line(
                int number,
                Sku sku,
                LocationId stock,
                ReservationId reservation,
                Quantity quantity,
                UnitPrice unitPrice,
                long discountMinor,
                long orderDiscountMinor,
                List<Tax> taxes) {
            this(
                    number,
                    sku,
                    stock,
                    reservation,
                    quantity,
                    unitPrice,
                    discountMinor,
                    orderDiscountMinor,
                    taxes,
                    null,
                    null);
        }
    }

    /**
     * The account that a line with a gift card loads. A new account is opened by it.
     *
     * @param account made by the channel for a new card
     * @param expiresOn the last local date on which the amount can be spent; never expires by default
     */
    record CardLoad(StoredValueId account, @MayBeAbsent LocalDate expiresOn) {

        public CardLoad {
            Shape.present(account, "lines[].card.account");
            Shape.optionalDate(expiresOn, "lines[].card.expiresOn");
        }
    }
}
