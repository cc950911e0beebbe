package org.cartulary.command.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.cartulary.events.LedgerEvent;

/**
 * One append over several aggregates: first every participant decides, and any of them may refuse; only then do all of
 * them record. Nothing is applied before the last has agreed, so a refusal leaves no trace in any of them.
 */
public final class Posting {

    private final List<Runnable> agreed = new ArrayList<>();

    /**
     * @return what the participant decided
     * @throws CommandRejected if the participant refuses; then nothing of this posting is recorded
     */
    public <S, E extends LedgerEvent> List<E> ask(Participant<S> participant, Function<S, List<E>> decision) {
        var events = participant.invoke(decision);
        if (!events.isEmpty()) agreed.add(() -> Work.current().apply(participant, events));
        return events;
    }

    /** A stream begins with this posting. */
    public void begin(Births births, LedgerEvent event) {
        agreed.add(() -> births.record(event));
    }

    public void record() {
        agreed.forEach(Runnable::run);
    }
}
