package org.cartulary.query.feed;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.stereotype.Component;

/** Wakes whoever follows the ledger. Commits of this process say so; those of others are noticed when a wait ends. */
@Component
public class Growth {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition grown = lock.newCondition();
    private long times;

    /** Cheap: meant for every commit. */
    public void happened() {
        lock.lock();
        try {
            times++;
            grown.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** How often it happened, to wait for once more. */
    public long times() {
        lock.lock();
        try {
            return times;
        } finally {
            lock.unlock();
        }
    }

    /** Until it has happened more often than that, or the time is over. */
    public void await(long seen, Duration wait) throws InterruptedException {
        lock.lock();
        try {
            long left = wait.toNanos();
            while (times == seen && left > 0) left = grown.awaitNanos(left);
        } finally {
            lock.unlock();
        }
    }
}
