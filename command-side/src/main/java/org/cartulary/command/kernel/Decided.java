package org.cartulary.command.kernel;

import java.util.ArrayList;
import java.util.List;
import org.cartulary.command.engine.Appended;
import org.cartulary.events.LedgerEvent;
import org.cartulary.events.ledger.CommandRecorded;

/** What one unit of work decided, and where the append put it. */
final class Decided {

    private final List<LedgerEvent> events;
    private Appended appended;

    Decided(List<LedgerEvent> events) {
        this.events = List.copyOf(events);
    }

    void appended(Appended place) {
        appended = place;
    }

    /** One answer per command, in the order in which they were decided. */
    List<Answer> answers() {
        var answers = new ArrayList<Answer>();
        long position = appended.firstPosition();
        for (var event : events) {
            if (event instanceof CommandRecorded record) answers.add(Answer.of(record, position, false));
            position++;
        }
        return answers;
    }
}
