package org.cartulary.command.kernel;

import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.cartulary.events.LedgerEvent;

/**
 * One kind of aggregate: a state that nobody changes, and how each event makes the next one. The state decides; it says with
 * Axon's {@code @Revision} which number its snapshots bear.
 *
 * @param none before the first event
 * @param events that its streams hold
 * @param stream of an aggregate, by what identifies it
 * @param parts how many holds, lots, lines and the like a state has, by which its weight in memory is estimated
 */
public record Kind<I, S, E extends LedgerEvent>(
        Class<S> type,
        S none,
        Class<E> events,
        BiFunction<S, E, S> evolve,
        Function<I, String> stream,
        ToIntFunction<S> parts) {

    private static final int BYTES = 256;
    private static final int BYTES_PER_PART = 160;

    S after(S state, LedgerEvent event) {
        return evolve.apply(state, events.cast(event));
    }

    /** About how many bytes of memory it takes. */
    int weight(S state) {
        return BYTES + BYTES_PER_PART * parts.applyAsInt(state);
    }
}
