package org.cartulary.command.engine;

import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Ends the waiting of those whose time is over. One look at all of them now and then: a timer for each would wake a thread
 * for each, and cost more than to queue the posting.
 */
final class Deadlines implements AutoCloseable {

    private static final Duration PACE = Duration.ofMillis(50);

    private final PostingOrder order;
    private final ConcurrentLinkedQueue<QueuedPosting> watched = new ConcurrentLinkedQueue<>();
    private final Thread thread;

    Deadlines(PostingOrder order) {
        this.order = order;
        this.thread = Thread.ofPlatform().name("ledger-deadlines").daemon().start(this::look);
    }

    /** Until it is answered. */
    void watch(QueuedPosting posting) {
        watched.add(posting);
    }

    private void look() {
        try {
            while (true) {
                Thread.sleep(PACE);
                endTheWaiting();
            }
        } catch (InterruptedException stop) {
            endTheWaiting();
        }
    }

    private void endTheWaiting() {
        var late = new ArrayList<QueuedPosting>();
        watched.removeIf(posting -> {
            if (posting.answer.isDone()) return true;
            if (posting.nanosLeft() == 0) late.add(posting);
            return false;
        });
        for (var posting : late) order.giveUp(posting, "the database did not answer in time");
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
