package org.cartulary.command.wiring;

import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Writes snapshots one after the other, off the path. Whatever still waits at the end is forgotten: it costs time alone. */
final class SnapshotQueue implements Executor, AutoCloseable {

    private final ThreadPoolExecutor thread = new ThreadPoolExecutor(
            1,
            1,
            0,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            Thread.ofPlatform().name("snapshots").daemon().factory(),
            new ThreadPoolExecutor.DiscardPolicy());

    @Override
    public void execute(Runnable snapshot) {
        thread.execute(snapshot);
    }

    /** Waits for the one that is being written. */
    @Override
    public void close() {
        thread.getQueue().clear();
        thread.close();
    }
}
