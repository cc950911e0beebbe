package org.cartulary.command.kernel;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.cartulary.command.engine.Memory;
import org.cartulary.command.engine.Remembered;
import org.cartulary.events.LedgerEvent;

/** Finds the last state of an aggregate: in memory, or out of its snapshot and the events since. */
public final class States {

    /** What takes longer to load is snapshotted at once, however few events it read. */
    private static final Duration SLOW = Duration.ofMillis(20);

    private final Memory memory;
    private final EventStorageEngine engine;
    private final ConcurrentHashMap<String, CompletableFuture<Remembered>> loading = new ConcurrentHashMap<>();
    private final BiConsumer<String, Remembered> snapshots;

    /** @param snapshots hears of each state that was slow to load */
    public States(Memory memory, EventStorageEngine engine, BiConsumer<String, Remembered> snapshots) {
        this.memory = memory;
        this.engine = engine;
        this.snapshots = snapshots;
    }

    /** The state after the last event, be it durable or on its way; that before the first one where there is none. */
    public <S> Remembered recall(String stream, Kind<?, S, ?> kind) {
        var known = memory.recall(stream);
        return known == null ? loadOnce(stream, kind) : known;
    }

    /** Those who ask while it is loaded wait for the one who loads it. */
    private <S> Remembered loadOnce(String stream, Kind<?, S, ?> kind) {
        var mine = new CompletableFuture<Remembered>();
        var others = loading.putIfAbsent(stream, mine);
        if (others != null) {
            var loaded = others.handle((state, failure) -> state).join();
            return loaded == null ? memory.learn(stream, load(stream, kind)) : loaded;
        }
        try {
            var loaded = memory.learn(stream, load(stream, kind));
            mine.complete(loaded);
            return loaded;
        } finally {
            mine.complete(null);
            loading.remove(stream, mine);
        }
    }

    private <S> Remembered load(String stream, Kind<?, S, ?> kind) {
        long started = System.nanoTime();
        var snapshot = snapshot(stream, kind);
        long from = snapshot.map(DomainEventMessage::getSequenceNumber).orElse(-1L);
        var state =
                snapshot.map(message -> kind.type().cast(message.getPayload())).orElse(kind.none());
        long sequence = from;
        for (var events = engine.readEvents(stream, from + 1); events.hasNext(); sequence++)
            state = kind.after(state, (LedgerEvent) events.next().getPayload());
        var loaded = Remembered.stored(state, sequence, kind.weight(state), from);
        if (sequence > from && System.nanoTime() - started > SLOW.toNanos()) snapshots.accept(stream, loaded);
        return loaded;
    }

    /** One of another kind is of another time, when the name meant something else. */
    private Optional<DomainEventMessage<?>> snapshot(String stream, Kind<?, ?, ?> kind) {
        return engine.readSnapshot(stream)
                .<DomainEventMessage<?>>map(message -> message)
                .filter(message -> kind.type().isInstance(message.getPayload()));
    }

    /** The last sequence of a stream in the ledger; -1 without any. What is on its way is not in there. */
    long lastStored(String stream) {
        return engine.lastSequenceNumberFor(stream).orElse(-1L);
    }
}
