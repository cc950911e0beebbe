package org.cartulary.command.wiring;

import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import org.cartulary.command.engine.Remembered;
import org.cartulary.command.engine.SnapshotStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes snapshots off the path and out of memory, of each stream the latest that waits. Whatever still
 * waits at the end is forgotten: it costs time alone.
 */
final class SnapshotQueue implements BiConsumer<String, Remembered>, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SnapshotQueue.class);

    private final SnapshotStore store;
    private final ConcurrentHashMap<String, Remembered> waiting = new ConcurrentHashMap<>();
    private final AtomicBoolean asked = new AtomicBoolean();
    private final ThreadPoolExecutor thread = new ThreadPoolExecutor(
            1,
            1,
            0,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            Thread.ofPlatform().name("snapshots").daemon().factory(),
            new ThreadPoolExecutor.DiscardPolicy());

    SnapshotQueue(SnapshotStore store) {
        this.store = store;
    }

    @Override
    public void accept(String stream, Remembered state) {
        waiting.put(stream, state);
        if (asked.compareAndSet(false, true)) thread.execute(this::write);
    }

    private void write() {
        asked.set(false);
        var states = new TreeMap<String, Remembered>();
        for (var stream : waiting.keySet()) states.put(stream, waiting.remove(stream));
        try {
            store.storeAll(states);
        } catch (RuntimeException failure) {
            LOG.warn("{} snapshots were not written, which only costs time: {}", states.size(), failure.getMessage());
        }
    }

    /** Waits for those that are being written. */
    @Override
    public void close() {
        thread.getQueue().clear();
        thread.close();
    }
}
