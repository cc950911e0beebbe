package org.cartulary.query.feed;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.cartulary.query.kernel.Positions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * The end of the ledger, read once for all streams that have come there. It follows while there is such a stream, and keeps
 * the last events in bounded memory; a stream that is further behind reads the table itself.
 */
@Component
class FeedTail {

    private static final Logger LOG = LoggerFactory.getLogger(FeedTail.class);
    private static final int MOST_EVENTS = 2_048;
    private static final long MOST_BYTES = 8L << 20;

    private final FeedRows rows;
    private final Positions positions;
    private final Growth growth;
    private final Duration poll;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition moved = lock.newCondition();
    private final Condition followed = lock.newCondition();
    private final Deque<FeedEvent> last = new ArrayDeque<>();
    private long bytes;
    /** The position of the last event seen; below zero while nobody follows. Only the one thread that reads sets it. */
    private volatile long end = -1;

    private int followers;
    private boolean running;
    private boolean isAway;

    FeedTail(FeedRows rows, Positions positions, Growth growth, FeedProperties properties) {
        this.rows = rows;
        this.positions = positions;
        this.growth = growth;
        this.poll = properties.poll();
    }

    /** From now on somebody follows, until he {@linkplain #leave() leaves}. */
    void enter() {
        lock.lock();
        try {
            followers++;
            followed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    void leave() {
        lock.lock();
        try {
            followers--;
        } finally {
            lock.unlock();
        }
    }

    /** What stands directly behind a position, none where nothing does yet; null where it is not in memory. */
    List<FeedEvent> after(long position, long mostBytes) {
        lock.lock();
        try {
            if (end >= 0 && position >= end) return List.of();
            if (last.isEmpty() || last.getFirst().position() > position + 1) return null;
            var found = new ArrayList<FeedEvent>();
            long left = mostBytes;
            for (var event : last) {
                if (event.position() <= position) continue;
                if (left <= 0) break;
                found.add(event);
                left -= event.size();
            }
            return found;
        } finally {
            lock.unlock();
        }
    }

    /** Whether nothing stands behind the position yet, as far as is known here. */
    boolean isEnd(long position) {
        return end >= 0 && position >= end;
    }

    /** Until something stands behind the position, the service stops, or the time is over. */
    void await(long position, Duration wait) throws InterruptedException {
        lock.lock();
        try {
            if (running && position >= end) moved.await(wait.toNanos(), TimeUnit.NANOSECONDS);
        } finally {
            lock.unlock();
        }
    }

    void start() {
        running = true;
        Thread.ofVirtual().name("feed-tail").start(this::run);
    }

    /** Nobody waits any longer. */
    void stop() {
        lock.lock();
        try {
            running = false;
            followed.signalAll();
            moved.signalAll();
        } finally {
            lock.unlock();
        }
        growth.happened();
    }

    private void run() {
        try {
            while (isFollowed())
                while (goesOn()) {
                    long seen = growth.times();
                    if (!step()) growth.await(seen, poll);
                }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits for somebody who follows; false where the service stops. */
    private boolean isFollowed() throws InterruptedException {
        lock.lock();
        try {
            while (running && followers == 0) followed.await();
            return running;
        } finally {
            lock.unlock();
        }
    }

    /** Forgets what it has where nobody follows any more, so that the next one begins at the end of the ledger again. */
    private boolean goesOn() {
        lock.lock();
        try {
            if (running && followers > 0) return true;
            last.clear();
            bytes = 0;
            end = -1;
            return false;
        } finally {
            lock.unlock();
        }
    }

    /** Whether there was something. A database that is away is asked again; whoever waits notices nothing but silence. */
    private boolean step() {
        try {
            if (end < 0) {
                add(List.of(), positions.head());
                return true;
            }
            var read = rows.after(end, Long.MAX_VALUE, List.of(), MOST_EVENTS / 4, MOST_BYTES / 4);
            if (!read.isEmpty()) add(read, read.getLast().position());
            isAway = false;
            return !read.isEmpty();
        } catch (DataAccessException | TransactionException failure) {
            if (!isAway) LOG.warn("The feed waits for the database: {}", failure.getMessage());
            isAway = true;
            return false;
        }
    }

    private void add(List<FeedEvent> read, long position) {
        lock.lock();
        try {
            for (var event : read) {
                last.addLast(event);
                bytes += event.size();
            }
            while (last.size() > MOST_EVENTS || bytes > MOST_BYTES && last.size() > 1)
                bytes -= last.removeFirst().size();
            end = position;
            moved.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
