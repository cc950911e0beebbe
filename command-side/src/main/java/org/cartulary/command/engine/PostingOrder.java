package org.cartulary.command.engine;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;

/**
 * The one order of all postings of this node, in which they are decided and written. Entering it and remembering what the
 * posting leaves are one step; so are losing a posting and losing all that stand on it. Nothing slow is done in here.
 */
final class PostingOrder {

    private final Memory memory;
    private final GroupLimits limits;
    private final Semaphore places;
    private final ReentrantLock lock = new ReentrantLock();
    private final ReentrantReadWriteLock entering = new ReentrantReadWriteLock();
    private final Condition filled = lock.newCondition();
    private final ArrayDeque<QueuedPosting> queue = new ArrayDeque<>();
    private volatile int waiting;
    private boolean closed;

    PostingOrder(Memory memory, GroupLimits limits) {
        this.memory = memory;
        this.limits = limits;
        this.places = new Semaphore(limits.queue());
    }

    /**
     * @return false where the posting was decided on what is no longer the last state
     * @throws LedgerOverloaded if no place in the queue is free in time, or somebody decides alone for too long
     */
    boolean enter(QueuedPosting posting, Clock clock) {
        if (!inTime(() -> places.tryAcquire(limits.queueWithin().toNanos(), TimeUnit.NANOSECONDS)))
            throw new LedgerOverloaded();
        boolean entered = false;
        try {
            entered = enterInTime(posting, clock);
            return entered;
        } finally {
            if (!entered) places.release();
        }
    }

    private boolean enterInTime(QueuedPosting posting, Clock clock) {
        var turn = entering.readLock();
        if (!inTime(() -> turn.tryLock(posting.nanosLeft(), TimeUnit.NANOSECONDS))) throw new LedgerOverloaded();
        lock.lock();
        try {
            boolean stands = stands(posting);
            if (stands) add(posting, clock.instant().truncatedTo(ChronoUnit.MILLIS));
            return stands;
        } finally {
            lock.unlock();
            turn.unlock();
        }
    }

    private interface Wait {
        boolean succeeds() throws InterruptedException;
    }

    private static boolean inTime(Wait wait) {
        try {
            return wait.succeeds();
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
            throw LedgerUnavailable.notStored("the caller was interrupted");
        }
    }

    private boolean stands(QueuedPosting posting) {
        if (closed) throw LedgerUnavailable.notStored("the ledger is closing");
        for (var touch : posting.touches())
            if (touch.base() != null && !memory.stands(touch.stream(), touch.base())) return false;
        return true;
    }

    private void add(QueuedPosting posting, Instant moment) {
        posting.enter(moment);
        memory.enter(posting);
        queue.add(posting);
        waiting = queue.size();
        if (waiting == 1) filled.signal();
    }

    /** Nobody else enters anything until it is over; the writer goes on meanwhile. */
    <T> T alone(Supplier<T> decision) {
        entering.writeLock().lock();
        try {
            return decision.get();
        } finally {
            entering.writeLock().unlock();
        }
    }

    int waiting() {
        return waiting;
    }

    /** The next ones in their order, as many as may share an append; none where none comes in time. */
    List<QueuedPosting> take(Duration time) {
        lock.lock();
        try {
            if (queue.isEmpty()) filled.await(time.toNanos(), TimeUnit.NANOSECONDS);
            return taken();
        } catch (InterruptedException stop) {
            return List.of();
        } finally {
            lock.unlock();
        }
    }

    private List<QueuedPosting> taken() {
        var members = new ArrayList<QueuedPosting>(Math.min(limits.postings(), queue.size()));
        long events = 0;
        while (!queue.isEmpty() && members.size() < limits.postings()) {
            events += queue.peek().events();
            if (!members.isEmpty() && events > limits.events()) break;
            members.add(queue.poll());
        }
        left(members.size());
        return members;
    }

    /** Whoever waited for it stops waiting: it is not stored if it has not been taken yet; else nobody knows. */
    void giveUp(QueuedPosting posting, String why) {
        lock.lock();
        try {
            if (queue.remove(posting)) {
                left(1);
                drop(posting);
            }
            posting.answer.completeExceptionally(
                    posting.isLost() ? LedgerUnavailable.notStored(why) : LedgerUnavailable.unknown(why, null));
        } finally {
            lock.unlock();
        }
    }

    /** A posting has failed, and is told so; all that stand on it are to be decided again. */
    void lose(QueuedPosting posting, RuntimeException failure) {
        lock.lock();
        try {
            if (failure instanceof AppendConflict conflict) memory.forget(conflict.stream());
            drop(posting);
            posting.answer.completeExceptionally(failure);
        } finally {
            lock.unlock();
        }
    }

    private void drop(QueuedPosting posting) {
        undo(posting);
        int before = queue.size();
        queue.removeIf(this::fallsWithItsFoundation);
        left(before - queue.size());
    }

    private void undo(QueuedPosting posting) {
        posting.lost();
        memory.undo(posting);
        posting.letGo();
    }

    private void left(int postings) {
        waiting = queue.size();
        places.release(postings);
    }

    /** The queue is in order, so what stands on others comes after them. */
    private boolean fallsWithItsFoundation(QueuedPosting posting) {
        if (!posting.standsOnLost()) return false;
        undo(posting);
        posting.answer.completeExceptionally(AppendConflict.undermined());
        return true;
    }

    /** Nothing is entered any more. */
    void close() {
        lock.lock();
        try {
            closed = true;
            for (var late : queue) {
                late.lost();
                late.answer.completeExceptionally(LedgerUnavailable.notStored("the ledger is closing"));
            }
            queue.clear();
        } finally {
            lock.unlock();
        }
    }
}
