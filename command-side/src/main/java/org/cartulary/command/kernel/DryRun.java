package org.cartulary.command.kernel;

import java.util.List;
import org.cartulary.events.LedgerEvent;
import org.cartulary.events.ledger.CommandRecorded;

/** Ends a unit of work that was only asked what would happen: it rolls back, and nothing is stored. */
final class DryRun extends RuntimeException {

    private final transient CommandRecorded record;
    private final transient List<LedgerEvent> events;

    DryRun(CommandRecorded record, List<LedgerEvent> events) {
        super("dry run", null, false, false);
        this.record = record;
        this.events = events.stream()
                .filter(event -> !(event instanceof CommandRecorded))
                .toList();
    }

    Answer answer() {
        return Answer.dry(record, events);
    }
}
