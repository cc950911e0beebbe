package org.cartulary.ops.imports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * Which commands must have been answered before another is sent: those before it that touch one of its shelves, or its
 * sale. So each shelf sees the file's order, whatever goes on beside it, and the opening stock that was found for that order
 * suffices. Nothing is lost by it, because postings on one shelf would wait for each other in the ledger too.
 */
final class StepOrder {

    private static final int TIDY_EVERY = 1_000;

    /** The last command on each shelf, and on each sale. */
    private final Map<Object, CompletableFuture<Void>> last = new HashMap<>();

    private int placed;

    /** @return what the step has to wait for; later steps wait for {@code answered} where they must */
    CompletableFuture<Void> place(Step step, CompletableFuture<Void> answered) {
        var before = new ArrayList<CompletableFuture<Void>>();
        touched(step).forEach(part -> {
            var previous = last.put(part, answered);
            if (previous != null) before.add(previous);
        });
        if (++placed % TIDY_EVERY == 0) last.values().removeIf(CompletableFuture::isDone);
        return CompletableFuture.allOf(before.toArray(CompletableFuture[]::new));
    }

    private static List<Object> touched(Step step) {
        List<Object> parts = new ArrayList<>(step.changes().keySet());
        if (step.sale() != null) parts.add(step.sale());
        return parts;
    }
}
