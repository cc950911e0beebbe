package org.cartulary.command.returns;

import java.time.Instant;
import java.util.List;
import org.cartulary.command.kernel.Command;
import org.cartulary.events.MayBeAbsent;
import org.cartulary.events.Shape;
import org.cartulary.events.kernel.CardNumbers;
import org.cartulary.events.kernel.ChannelId;
import org.cartulary.events.kernel.Country;
import org.cartulary.events.kernel.CustomerId;
import org.cartulary.events.kernel.LocationId;
import org.cartulary.events.kernel.Money;
import org.cartulary.events.kernel.Quantity;
import org.cartulary.events.kernel.ReturnId;
import org.cartulary.events.kernel.SaleId;
import org.cartulary.events.kernel.Sku;
import org.cartulary.events.kernel.StoredValueId;
import org.cartulary.events.kernel.UnitPrice;
import org.cartulary.events.returns.Disposition;
import org.cartulary.events.returns.PolicyOverride;

/** What may be asked about goods that come back. */
public sealed interface ReturnCommand extends Command {

    ReturnId returnId();

    /**
     * Goods of a recorded sale come back. The ledger works out the refund from the sale's frozen amounts.
     *
     * @param location that receives them
     * @param receipt the number of the return's own document; may be absent
     * @param restockingFeeMinor kept by the retailer, in minor units of the sale's currency
     * @param refundAs to the original tenders by default
     * @param credit the account for what becomes stored credit; one is opened where there is none, by default under the
     *     return's own id
     * @param override lets goods come back after the return window, and other tenders than cash go back in cash; may be
     *     absent
     */
    record RecordReturn(
            ReturnId returnId,
            SaleId sale,
            LocationId location,
            ChannelId channel,
            @MayBeAbsent String receipt,
            List<Line> lines,
            @MayBeAbsent long restockingFeeMinor,
            @MayBeAbsent PolicyOverride override,
            @MayBeAbsent RefundAs refundAs,
            @MayBeAbsent StoredValueId credit,
            Instant occurredAt)
            implements ReturnCommand {

        public RecordReturn {
            Shape.present(returnId, "returnId");
            Shape.present(sale, "sale");
            Shape.present(location, "location");
            Shape.present(channel, "channel");
            CardNumbers.refuseIn(Shape.optionalText(receipt, 64, "receipt"), "receipt");
            lines = Shape.someOf(lines, 2_000, "lines");
            Money.requireNotNegative(restockingFeeMinor, "restockingFeeMinor");
            Shape.present(occurredAt, "occurredAt");
            requireNumbered(lines.stream().mapToInt(Line::number).toArray());
        }

        /** To the original tenders. */
        public RecordReturn(
                ReturnId returnId,
                SaleId sale,
                LocationId location,
                ChannelId channel,
                String receipt,
                List<Line> lines,
                long restockingFeeMinor,
                PolicyOverride override,
                Instant occurredAt) {
            this(
                    returnId,
                    sale,
                    location,
                    channel,
                    receipt,
                    lines,
                    restockingFeeMinor,
                    override,
                    null,
                    null,
                    occurredAt);
        }
    }

    /** How a refund is paid out. Points always go back as points. */
    enum RefundAs {
        ORIGINAL_TENDERS,
        /** At once, for the next purchase. */
        STORED_CREDIT,
        /** Needs an override, but for what was paid in cash. */
        CASH
    }

    /**
     * Units of one line of the sale, all with one disposition; units that fare differently are two lines.
     *
     * @param disposition back on sale by default
     * @param reason why the customer brings them back
     */
    record Line(
            int number,
            int saleLine,
            Quantity quantity,
            @MayBeAbsent Disposition disposition,
            @MayBeAbsent boolean defective,
            String reason) {

        public Line {
            requireSome(quantity);
            disposition = disposition == null ? Disposition.RESTOCK : disposition;
            requireReason(reason);
        }
    }

    /**
     * Goods come back and nobody can name their sale. The refund becomes stored credit.
     *
     * @param country the market; the location's by default
     * @param customer who brings them, as an opaque id of a checked identity; needed unless overridden
     * @param override lets a price, a cap or a missing identity pass; may be absent
     * @param credit the account that gets the refund; one is opened where there is none, by default under the return's own id
     */
    record RecordReturnWithoutReceipt(
            ReturnId returnId,
            LocationId location,
            ChannelId channel,
            @MayBeAbsent Country country,
            @MayBeAbsent String receipt,
            @MayBeAbsent CustomerId customer,
            List<UnknownLine> lines,
            @MayBeAbsent PolicyOverride override,
            @MayBeAbsent StoredValueId credit,
            Instant occurredAt)
            implements ReturnCommand {

        /** To an account of the return's own. */
        public RecordReturnWithoutReceipt(
                ReturnId returnId,
                LocationId location,
                ChannelId channel,
                Country country,
                String receipt,
                CustomerId customer,
                List<UnknownLine> lines,
                PolicyOverride override,
                Instant occurredAt) {
            this(returnId, location, channel, country, receipt, customer, lines, override, null, occurredAt);
        }

        public RecordReturnWithoutReceipt {
            Shape.present(returnId, "returnId");
            Shape.present(location, "location");
            Shape.present(channel, "channel");
            CardNumbers.refuseIn(Shape.optionalText(receipt, 64, "receipt"), "receipt");
            lines = Shape.someOf(lines, 2_000, "lines");
            Shape.present(occurredAt, "occurredAt");
            requireNumbered(lines.stream().mapToInt(UnknownLine::number).toArray());
        }
    }

    /**
     * Units of a product, whose sale is unknown.
     *
     * @param unitPrice what is refunded per unit, tax included
     * @param taxMinor how much tax is in the refund of the line, in minor units
     */
    record UnknownLine(
            int number,
            Sku sku,
            Quantity quantity,
            UnitPrice unitPrice,
            @MayBeAbsent long taxMinor,
            @MayBeAbsent Disposition disposition,
            String reason) {

        public UnknownLine {
            Shape.present(sku, "lines[].sku");
            requireSome(quantity);
            Shape.present(unitPrice, "lines[].unitPrice");
            Money.requireNotNegative(taxMinor, "lines[].taxMinor");
            disposition = disposition == null ? Disposition.RESTOCK : disposition;
            requireReason(reason);
        }
    }

    private static void requireSome(Quantity quantity) {
        if (Shape.present(quantity, "lines[].quantity").isZero())
            throw new IllegalArgumentException("lines[].quantity is more than nothing");
    }

    private static void requireReason(String reason) {
        CardNumbers.refuseIn(Shape.text(reason, 256, "lines[].reason"), "lines[].reason");
    }

    private static void requireNumbered(int[] numbers) {
        for (int i = 0; i < numbers.length; i++)
            if (numbers[i] != i + 1) throw new IllegalArgumentException("lines[].number counts 1, 2, 3, …");
    }
}
