package org.cartulary.command.kernel;

import java.util.List;
import java.util.function.Function;
import org.cartulary.command.engine.Remembered;
import org.cartulary.command.engine.Touch;
import org.cartulary.events.LedgerEvent;

/** An aggregate in one decision: as it was found, and as the decision leaves it so far. */
public final class Participant<S> {

    private final String stream;
    private final Kind<?, S, ?> kind;
    private final Remembered base;
    private S state;
    private long sequence;

    Participant(String stream, Kind<?, S, ?> kind, Remembered base) {
        this.stream = stream;
        this.kind = kind;
        this.base = base;
        undo();
    }

    /** Asks the state, which may refuse. */
    public <R> R invoke(Function<S, R> question) {
        return question.apply(state);
    }

    String stream() {
        return stream;
    }

    Remembered base() {
        return base;
    }

    /** @return the event's place in the stream */
    long apply(LedgerEvent event) {
        state = kind.after(state, event);
        return ++sequence;
    }

    void applyAll(List<? extends LedgerEvent> events) {
        events.forEach(this::apply);
    }

    boolean hasHistory() {
        return sequence >= 0;
    }

    boolean isChanged() {
        return sequence > base.sequence();
    }

    /** As it was found. */
    void undo() {
        state = kind.type().cast(base.state());
        sequence = base.sequence();
    }

    Touch touch() {
        return isChanged()
                ? Touch.written(stream, base, sequence, state, kind.weight(state))
                : Touch.read(stream, base);
    }
}
