package org.cartulary.command.wiring;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import org.cartulary.command.engine.Remembered;
import org.cartulary.command.engine.SnapshotStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes snapshots one after the other, off the path and out of memory, of each stream the latest that waits. Whatever still
 * waits at the end is forgotten: it costs time alone.
 */
final class SnapshotQueue implements BiConsumer<String, Remembered>, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SnapshotQueue.class);

    private final SnapshotStore store;
    private final ConcurrentHashMap<String, Remembered> waiting = new ConcurrentHashMap<>();
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
        if (waiting.put(stream, state) == null) thread.execute(() -> write(stream));
    }

    private void write(String stream) {
        var last = waiting.remove(stream);
        try {
            store.store(stream, last.sequence(), last.state());
        } catch (RuntimeException failure) {
            LOG.warn("No snapshot of {} was written, which only costs time: {}", stream, failure.getMessage());
        }
    }

    /** Waits for the one that is being written. */
    @Override
    public void close() {
        thread.getQueue().clear();
        thread.close();
    }
}
