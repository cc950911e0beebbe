package org.cartulary.command.engine;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.cache.CaffeineCacheMetrics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;

/**
 * The states that decisions stand on. Those of postings on their way are all here, because the ledger does not hold them yet;
 * of the durable ones as many as there is room for. One that another node has outdated is found by the append and dropped.
 */
public final class Memory {

    /** Events after which an aggregate is snapshotted again: what a load reads at most. */
    static final int SNAPSHOT_EVERY = 500;

    /** The same for large events: more bytes of them are not read by a load. */
    static final long SNAPSHOT_EVERY_BYTES = 256 << 10;

    private final ConcurrentHashMap<String, Remembered> onTheirWay = new ConcurrentHashMap<>();
    private final Cache<String, Remembered> durable;
    private final BiConsumer<String, Remembered> snapshots;

    /**
     * @param weight about how many bytes the durable states may take
     * @param snapshots hears, on the writer's thread, of each durable state that should be kept as a snapshot
     */
    public Memory(long weight, MeterRegistry registry, BiConsumer<String, Remembered> snapshots) {
        this.snapshots = snapshots;
        // Its upkeep is small, and waking another thread for it is not.
        durable = Caffeine.newBuilder()
                .maximumWeight(weight)
                .weigher((String stream, Remembered state) -> stream.length() + state.weight())
                .recordStats()
                .executor(Runnable::run)
                .build();
        CaffeineCacheMetrics.monitor(registry, durable, "cartulary.aggregates");
    }

    /** One that remembers nothing, for whoever wants what the ledger holds. */
    public static Memory none() {
        return new Memory(0, new SimpleMeterRegistry(), (stream, state) -> {});
    }

    /** The last state of a stream, with what is on its way; null where it is to be read from the ledger. */
    public Remembered recall(String stream) {
        var last = onTheirWay.get(stream);
        return last == null ? durable.getIfPresent(stream) : last;
    }

    /** @return what was read, or what somebody else has read or entered meanwhile */
    public Remembered learn(String stream, Remembered read) {
        var known = durable.asMap().putIfAbsent(stream, read);
        var last = onTheirWay.get(stream);
        if (last != null) return last;
        return known == null ? read : known;
    }

    /** Whether a decision on this state may still be entered: nobody has entered another one after it. */
    boolean stands(String stream, Remembered base) {
        var last = onTheirWay.get(stream);
        if (last != null) return last == base;
        if (!base.isDurable()) return false;
        var known = durable.getIfPresent(stream);
        return known == null || known.sequence() == base.sequence();
    }

    void enter(QueuedPosting posting) {
        for (var kept : posting.kept()) onTheirWay.put(kept.stream(), kept.state());
    }

    /** The posting is durable, and so is what it left. */
    void settle(QueuedPosting posting) {
        for (var kept : posting.kept()) {
            kept.state().settle();
            long bytes = bytes(posting, kept.stream());
            if (kept.state().takeSnapshotAfter(SNAPSHOT_EVERY, SNAPSHOT_EVERY_BYTES, bytes))
                snapshots.accept(kept.stream(), kept.state());
            if (onTheirWay.get(kept.stream()) != kept.state()) continue;
            durable.put(kept.stream(), kept.state());
            onTheirWay.remove(kept.stream(), kept.state());
        }
        // Somebody may have asked for it before it began.
        for (var touch : posting.touches()) if (touch.base() == null) durable.invalidate(touch.stream());
    }

    private static long bytes(QueuedPosting posting, String stream) {
        long bytes = 0;
        for (var row : posting.rows()) if (row.stream().equals(stream)) bytes += row.event().length;
        return bytes;
    }

    /** The posting has failed, with all that was decided on top of it: their states go back to the last one that stands. */
    void undo(QueuedPosting posting) {
        for (var kept : posting.kept())
            onTheirWay.computeIfPresent(kept.stream(), (stream, last) -> {
                var standing = last.standing();
                return standing == null || standing.isDurable() ? null : standing;
            });
        for (var touch : posting.touches()) if (touch.writes()) durable.invalidate(touch.stream());
    }

    /** What another node has written to is to be read again. */
    void forget(String stream) {
        durable.invalidate(stream);
    }

    /** How many states wait for their posting to be durable. */
    int onTheirWay() {
        return onTheirWay.size();
    }
}
