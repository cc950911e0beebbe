package org.cartulary.command.engine;

/** What the database says to a posting that it could store, had it stood at the right place. */
sealed interface Outcome permits Appended, Outcome.Conflict {

    /** Somebody else continued this stream first, or the posting was decided on a state that never was. */
    record Conflict(String stream) implements Outcome {}
}
