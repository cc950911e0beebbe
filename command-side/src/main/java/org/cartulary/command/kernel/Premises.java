package org.cartulary.command.kernel;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.modelling.command.Aggregate;

/**
 * What one decision took for granted without looking: that a stream has not begun, and that an aggregate in memory is as it
 * is stored. The append proves it of every stream that it writes to. Of the others, and of all where the command is refused
 * and nothing is written, only a look tells: another node may have written meanwhile.
 */
final class Premises {

    private static final String KEY = Premises.class.getName();

    private final Map<String, Rejection> unborn = new LinkedHashMap<>();
    private final Map<String, Aggregate<?>> loaded = new LinkedHashMap<>();

    private Premises() {}

    /** Those of the next decision in this unit of work. */
    static Premises begin() {
        var premises = new Premises();
        CurrentUnitOfWork.get().root().resources().put(KEY, premises);
        return premises;
    }

    static Premises current() {
        return CurrentUnitOfWork.get().root().getOrComputeResource(KEY, none -> new Premises());
    }

    void unborn(String stream, Rejection ifItExists) {
        unborn.put(stream, ifItExists);
    }

    void loaded(String stream, Aggregate<?> aggregate) {
        loaded.put(stream, aggregate);
    }

    /**
     * Before a refusal is recorded, for good.
     *
     * @throws CommandRejected for the better reason, where something that should begin exists already
     * @throws MemoryOutdated if the refusal may have been decided on a state of yesterday
     */
    void requireAll(EventStore store) {
        unborn.forEach((stream, rejection) ->
                CommandRejected.require(!Recording.has(store, stream), rejection, stream + " exists already"));
        loaded.forEach((stream, aggregate) -> requireAsStored(store, stream, aggregate));
    }

    /** @throws MemoryOutdated if one to which nothing is written is not as it is stored */
    void requireUnwritten(EventStore store, int before) {
        var decided = Recording.events();
        var written = decided.subList(before, decided.size()).stream()
                .map(event -> event.stream())
                .collect(Collectors.toSet());
        loaded.forEach((stream, aggregate) -> {
            if (!written.contains(stream)) requireAsStored(store, stream, aggregate);
        });
    }

    private static void requireAsStored(EventStore store, String stream, Aggregate<?> aggregate) {
        long stored = store.lastSequenceNumberFor(stream).orElse(-1L);
        long known = aggregate.version() == null ? -1L : aggregate.version();
        if (stored > known) throw new MemoryOutdated(stream);
    }
}
