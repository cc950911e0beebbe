package org.cartulary.projection.kernel;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.cartulary.projection.kernel.ProjectionStatus.RebuildStatus;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fills new tables beside those that are read, from the ledger's first event on, and swaps them in when they have caught
 * up. It runs on a thread of its own while the projection goes on; what it leaves behind in a crash is dropped at the next
 * start.
 */
final class Rebuild {

    private static final Logger LOG = LoggerFactory.getLogger(Rebuild.class);
    private static final long PAUSE_MS = 500;
    private static final Duration SAY_EVERY = Duration.ofSeconds(10);

    /** One rebuild at a time in this process: each wants all cores, and a connection for each of them. */
    private static final Semaphore TURN = new Semaphore(1);

    private final Projection projection;
    private final EventFeed feed;
    private final DataSource dataSource;
    private final int batch;
    private final TablesBeside beside;
    private final Runnable afterwards;
    private final Thread thread;
    private final Semaphore stopped = new Semaphore(0);
    private final Rate rate = new Rate();

    private long said = System.nanoTime();
    private volatile boolean running = true;
    private volatile long position;
    private volatile String error;

    /** @param afterwards is run when the new tables are read */
    Rebuild(Projection projection, EventFeed feed, DataSource dataSource, int batch, Runnable afterwards) {
        this.projection = projection;
        this.feed = feed;
        this.dataSource = dataSource;
        this.batch = batch;
        this.beside = new TablesBeside(projection, feed, dataSource, batch);
        this.afterwards = afterwards;
        this.thread = new Thread(this::run, "rebuild-" + projection.name());
    }

    Rebuild start() {
        thread.start();
        return this;
    }

    /** Gives up, and waits until the batch that is being written has ended. */
    void stop() {
        running = false;
        stopped.release();
        try {
            thread.join(Duration.ofSeconds(30));
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    boolean isRunning() {
        return thread.isAlive();
    }

    RebuildStatus status(long head) {
        return RebuildStatus.at(position, head, rate.perSecond());
    }

    long eventsPerSecond() {
        return rate.perSecond();
    }

    /** Why it ended without new tables; null where it did not. */
    String error() {
        return error;
    }

    private void run() {
        if (!awaitTurn()) return;
        try (var lock = RebuildLock.hold(dataSource, projection)) {
            fillAndSwap();
        } catch (RuntimeException failure) {
            error = "the rebuild ended at position " + position + ": " + failure.getMessage();
            LOG.error("Projection {}: {}", projection.name(), error, failure);
        } finally {
            TURN.release();
        }
        afterwards.run();
    }

    private boolean awaitTurn() {
        while (running) if (isAcquired(TURN)) return true;
        return false;
    }

    private void fillAndSwap() {
        try {
            beside.create();
            catchUp();
            beside.index();
            beside.analyze();
            while (running && !isSwapped()) isAcquired(stopped);
        } finally {
            beside.drop();
        }
    }

    /** Up to the last batch, which the swap writes while the projection waits for it. */
    private void catchUp() {
        while (running && feed.head() - position > batch) {
            long before = position;
            position = beside.writeAfter(position);
            rate.add(position - before);
            sayHowFar();
        }
    }

    private void sayHowFar() {
        if (System.nanoTime() - said < SAY_EVERY.toNanos()) return;
        said = System.nanoTime();
        var status = status(feed.head());
        LOG.info(
                "Projection {} is being rebuilt: position {} of {}, {} s left",
                projection.name(),
                status.position(),
                status.head(),
                status.secondsLeft());
    }

    private boolean isSwapped() {
        catchUp();
        if (!running) return false;
        var swapped = beside.trySwap(position);
        if (swapped.isEmpty()) return false;
        position = swapped.getAsLong();
        LOG.info("Projection {} was rebuilt up to position {}", projection.name(), position);
        return true;
    }

    private boolean isAcquired(Semaphore semaphore) {
        try {
            return semaphore.tryAcquire(PAUSE_MS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException stop) {
            running = false;
            return false;
        }
    }
}
