package org.cartulary.events.loyalty;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.cartulary.events.LedgerEvent;
import org.cartulary.events.kernel.CurrencyCode;
import org.cartulary.events.kernel.ProgrammeId;

/** What has happened to a loyalty programme. */
public sealed interface ProgrammeEvent extends LedgerEvent {

    ProgrammeId programme();

    @Override
    default String stream() {
        return streamOf(programme());
    }

    static String streamOf(ProgrammeId programme) {
        return "loyalty-programme/" + programme;
    }

    /**
     * A programme has these terms from a date on, until later ones are set. Of two that begin on one date the later number
     * holds.
     *
     * @param number counts from 1 within the programme
     * @param zone in which its days are counted, the same for ever
     * @param currency in which it earns and redeems, the same for ever
     */
    record ProgrammeTermsSet(
            ProgrammeId programme,
            int number,
            LocalDate from,
            ZoneId zone,
            CurrencyCode currency,
            ProgrammeTerms terms,
            Instant occurredAt)
            implements ProgrammeEvent {

        /** How the facts that it decides name it. */
        public TermsInForce inForce() {
            return new TermsInForce(number, from);
        }
    }
}
