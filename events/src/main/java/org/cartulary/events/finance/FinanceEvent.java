package org.cartulary.events.finance;

import java.time.Instant;
import java.time.LocalDate;
import org.cartulary.events.LedgerEvent;
import org.cartulary.events.MayBeAbsent;
import org.cartulary.events.kernel.AdjustmentId;
import org.cartulary.events.kernel.ChannelId;
import org.cartulary.events.kernel.Country;
import org.cartulary.events.kernel.LocationId;
import org.cartulary.events.kernel.Money;

/** What has happened to money without goods. */
public sealed interface FinanceEvent extends LedgerEvent {

    static String streamOf(AdjustmentId adjustment) {
        return "adjustment/" + adjustment;
    }

    /** Why money moved without goods. */
    enum Kind {
        /** A debt that is not expected to be paid, or one that was paid after all. */
        BAD_DEBT,
        FEE,
        CORRECTION
    }

    /**
     * Money was posted without goods. A wrong one is corrected by another with the opposite sign.
     *
     * @param amount negative where it lowers what the retailer has
     */
    record FinancialAdjustmentRecorded(
            AdjustmentId adjustment,
            LocationId location,
            ChannelId channel,
            Country country,
            LocalDate businessDay,
            Kind kind,
            Money amount,
            @MayBeAbsent String reference,
            String reason,
            Instant occurredAt)
            implements FinanceEvent {

        @Override
        public String stream() {
            return streamOf(adjustment);
        }
    }
}
