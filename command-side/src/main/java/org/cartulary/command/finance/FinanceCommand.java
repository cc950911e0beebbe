package org.cartulary.command.finance;

import java.time.Instant;
import org.cartulary.command.kernel.Command;
import org.cartulary.events.MayBeAbsent;
import org.cartulary.events.Shape;
import org.cartulary.events.finance.FinanceEvent.Kind;
import org.cartulary.events.kernel.AdjustmentId;
import org.cartulary.events.kernel.CardNumbers;
import org.cartulary.events.kernel.ChannelId;
import org.cartulary.events.kernel.Country;
import org.cartulary.events.kernel.LocationId;
import org.cartulary.events.kernel.Money;

/** What may be asked about money without goods. */
public sealed interface FinanceCommand extends Command {

    /**
     * Money is posted without goods.
     *
     * @param country the market; the location's by default
     * @param amount negative where it lowers what the retailer has; never zero
     * @param reference a document's number; may be absent
     */
    record RecordFinancialAdjustment(
            AdjustmentId adjustment,
            LocationId location,
            ChannelId channel,
            @MayBeAbsent Country country,
            Kind kind,
            Money amount,
            @MayBeAbsent String reference,
            String reason,
            Instant occurredAt)
            implements FinanceCommand {

        public RecordFinancialAdjustment {
            Shape.present(adjustment, "adjustment");
            Shape.present(location, "location");
            Shape.present(channel, "channel");
            Shape.present(kind, "kind");
            Shape.present(amount, "amount");
            CardNumbers.refuseIn(Shape.optionalText(reference, 64, "reference"), "reference");
            CardNumbers.refuseIn(Shape.text(reason, 256, "reason"), "reason");
            Shape.present(occurredAt, "occurredAt");
            if (amount.amountMinor() == 0) throw new IllegalArgumentException("amount.amountMinor is not zero");
        }
    }
}
