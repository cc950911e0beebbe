package org.cartulary.command.kernel;

import java.util.ArrayList;
import java.util.List;
import org.cartulary.command.engine.Appended;
import org.cartulary.command.engine.QueuedPosting;
import org.cartulary.events.LedgerEvent;
import org.cartulary.events.ledger.CommandRecorded;

/**
 * What one unit of work decided.
 *
 * @param posting on its way; null where others were entered meanwhile on which it would have to stand
 */
record Decided(List<Work.Noted> noted, QueuedPosting posting) {

    boolean isOvertaken() {
        return posting == null;
    }

    /** One answer per command, in the order in which they were decided. */
    List<Answer> answers(Appended place) {
        var answers = new ArrayList<Answer>(1);
        long position = place.firstPosition();
        for (var one : noted) {
            if (one.event() instanceof CommandRecorded record) answers.add(Answer.of(record, position, false));
            position++;
        }
        return answers;
    }

    /** What would happen, had it not been a dry run. */
    Answer dryAnswer() {
        var events = new ArrayList<LedgerEvent>();
        CommandRecorded record = null;
        for (var one : noted)
            if (one.event() instanceof CommandRecorded own) record = own;
            else events.add(one.event());
        return Answer.dry(record, events);
    }
}
