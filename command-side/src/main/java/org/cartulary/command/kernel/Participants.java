package org.cartulary.command.kernel;

/** The aggregates of one kind. One without history is loaded empty, so that its state can refuse in its own words. */
public final class Participants<I, S> {

    private final Kind<I, S, ?> kind;
    private final States states;

    public Participants(Kind<I, S, ?> kind, States states) {
        this.kind = kind;
        this.states = states;
    }

    /** The same one throughout a decision, with what the decision has recorded for it so far. */
    public Participant<S> load(I id) {
        return Work.current().participant(kind.stream().apply(id), kind, states);
    }
}
