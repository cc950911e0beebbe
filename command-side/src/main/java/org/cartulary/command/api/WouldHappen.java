package org.cartulary.command.api;

import java.util.List;
import org.cartulary.command.kernel.Answer;
import org.cartulary.events.LedgerEvent;
import org.cartulary.events.MayBeAbsent;
import org.cartulary.events.catalogue.EventCatalogue;
import org.cartulary.events.ledger.CommandRecorded.Outcome;
import tools.jackson.databind.JsonNode;

/** The answer to a dry run: what would be recorded, or why the command would be refused. Nothing was stored. */
record WouldHappen(
        boolean dryRun,
        Outcome outcome,
        @MayBeAbsent String code,
        @MayBeAbsent String ruleId,
        @MayBeAbsent String detail,
        @MayBeAbsent JsonNode result,
        List<Event> events) {

    /** An event that would be recorded; its data is described in the schema catalogue of events. */
    record Event(String name, String stream, LedgerEvent data) {}

    static WouldHappen of(Answer answer) {
        var events = answer.wouldRecord().stream().map(WouldHappen::event).toList();
        return new WouldHappen(
                true, answer.outcome(), answer.code(), answer.ruleId(), answer.detail(), answer.result(), events);
    }

    private static Event event(LedgerEvent event) {
        return new Event(EventCatalogue.CURRENT.entry(event.getClass()).name(), event.stream(), event);
    }
}
