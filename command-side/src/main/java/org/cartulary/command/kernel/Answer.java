package org.cartulary.command.kernel;

import java.util.List;
import org.cartulary.events.LedgerEvent;
import org.cartulary.events.ledger.CommandRecorded;
import org.cartulary.events.ledger.CommandRecorded.Outcome;
import tools.jackson.databind.JsonNode;

/**
 * What the ledger answers to a command; the same for ever, however often it is sent.
 *
 * @param position of the command's record: read with it, and see what the command did; 0 for a dry run
 * @param events how many events stand directly before the record
 * @param code why it was refused; absent where it was accepted
 * @param replayed whether the command had been answered before
 * @param wouldRecord for a dry run what would be recorded; else empty
 */
public record Answer(
        Outcome outcome,
        long position,
        int events,
        String code,
        String ruleId,
        String detail,
        JsonNode result,
        boolean replayed,
        List<LedgerEvent> wouldRecord) {

    public boolean isAccepted() {
        return outcome == Outcome.ACCEPTED;
    }

    static Answer of(CommandRecorded record, long position, boolean replayed) {
        return new Answer(
                record.outcome(),
                position,
                record.events(),
                record.code(),
                record.ruleId(),
                record.detail(),
                record.result(),
                replayed,
                List.of());
    }

    static Answer dry(CommandRecorded record, List<LedgerEvent> events) {
        return new Answer(
                record.outcome(),
                0,
                record.events(),
                record.code(),
                record.ruleId(),
                record.detail(),
                record.result(),
                false,
                events);
    }
}
