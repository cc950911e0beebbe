package org.cartulary.command.kernel;

import java.util.LinkedHashMap;
import java.util.Map;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.cartulary.command.engine.LedgerEventStore;

/**
 * What a unit of work took for granted without looking: that a stream has not begun, and that an aggregate in memory is as it
 * is stored. The append proves it of every stream that it writes to. Of the others, and of all where a command is refused or
 * only tried and nothing is written, only a look tells: another node may have written meanwhile.
 */
final class Premises {

    private static final String KEY = Premises.class.getName();

    private record Unborn(Rejection ifItExists, String what) {}

    private final Map<String, Unborn> unborn = new LinkedHashMap<>();

    /** The sequence of the last event that was known when the aggregate was loaded first, before anything here raised it. */
    private final Map<String, Long> loaded = new LinkedHashMap<>();

    private Premises() {}

    static Premises current() {
        return CurrentUnitOfWork.get().root().getOrComputeResource(KEY, none -> new Premises());
    }

    void unborn(String stream, Rejection ifItExists, String what) {
        unborn.put(stream, new Unborn(ifItExists, what));
    }

    /** @param version null where nothing is stored */
    void loaded(String stream, Long version) {
        loaded.putIfAbsent(stream, version == null ? -1L : version);
    }

    /**
     * Before a refusal is recorded, for good. In an atomic batch it may stand on what earlier members decided, so theirs
     * are looked at too.
     *
     * @throws CommandRejected for the better reason, where something that should begin exists already
     * @throws MemoryOutdated if the refusal may have been decided on a state of yesterday
     */
    void requireAll(LedgerEventStore store) {
        unborn.forEach((stream, premise) -> requireUnborn(store, stream, premise));
        requireLoaded(store);
    }

    /** @throws MemoryOutdated if anything is not as it is stored */
    void requireLoaded(LedgerEventStore store) {
        loaded.forEach((stream, version) -> requireAsStored(store, stream, version));
    }

    /** @throws MemoryOutdated if one to which nothing is written is not as it is stored */
    void requireUnwritten(LedgerEventStore store) {
        loaded.forEach((stream, version) -> {
            if (!Recording.isRecording(stream)) requireAsStored(store, stream, version);
        });
    }

    private static void requireUnborn(LedgerEventStore store, String stream, Unborn premise) {
        if (store.lastStored(stream).isEmpty()) return;
        // Then an earlier member of the batch is the one to be refused.
        if (Recording.isRecording(stream)) throw new MemoryOutdated(stream);
        throw new CommandRejected(premise.ifItExists(), premise.what() + " exists already");
    }

    private static void requireAsStored(LedgerEventStore store, String stream, long known) {
        if (store.lastStored(stream).orElse(-1L) > known) throw new MemoryOutdated(stream);
    }
}
