package org.cartulary.command.engine;

import java.util.Map;

/** What the database says to a group. */
sealed interface Outcome {

    /** All of it is stored and durable, from this position on. */
    record Stored(long firstPosition) implements Outcome {}

    /** Nothing of it is stored: these streams end elsewhere than its members expected. */
    record Moved(Map<String, Long> ends) implements Outcome {}
}
