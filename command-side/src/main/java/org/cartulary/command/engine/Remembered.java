package org.cartulary.command.engine;

import java.util.concurrent.atomic.AtomicLong;

/**
 * The state of one aggregate after its last event, as decisions find it. Nobody changes it: the next event makes the next one.
 * While the posting that made it is not yet durable, it knows the state before, to which a failure goes back.
 */
public final class Remembered {

    private final Object state;
    private final long sequence;
    private final int weight;
    private volatile QueuedPosting origin;
    private final AtomicLong snapshotted;
    private volatile Remembered before;

    private Remembered(
            Object state, long sequence, int weight, QueuedPosting origin, AtomicLong snapshotted, Remembered before) {
        this.state = state;
        this.sequence = sequence;
        this.weight = weight;
        this.origin = origin;
        this.snapshotted = snapshotted;
        this.before = before;
    }

    /**
     * As it is stored.
     *
     * @param sequence of its last event; -1 where there is none
     * @param weight about how many bytes of memory it takes
     * @param snapshotted sequence of the snapshot that it was loaded from; -1 without one
     */
    public static Remembered stored(Object state, long sequence, int weight, long snapshotted) {
        return new Remembered(state, sequence, weight, null, new AtomicLong(snapshotted), null);
    }

    Remembered followedBy(Object later, long last, int size, QueuedPosting posting) {
        return new Remembered(later, last, size, posting, snapshotted, this);
    }

    public Object state() {
        return state;
    }

    /** Of its last event; -1 where there is none. */
    public long sequence() {
        return sequence;
    }

    int weight() {
        return weight;
    }

    /** The posting that made it; null where it was read from the ledger. */
    QueuedPosting origin() {
        return origin;
    }

    boolean isDurable() {
        var made = origin;
        return made == null || made.isStored();
    }

    /** The last one on the way here that has not failed; null where that is to be read from the ledger. */
    Remembered standing() {
        var candidate = this;
        while (candidate != null && candidate.origin != null && candidate.origin.isLost()) candidate = candidate.before;
        return candidate;
    }

    /** Durable: what was before is never gone back to, and would be kept alive. */
    void settle() {
        before = null;
        origin = null;
    }

    /** Whether so many events came since the last snapshot that the next one is due; says so once. */
    boolean takeSnapshotAfter(int events) {
        long last = snapshotted.get();
        return sequence - last >= events && snapshotted.compareAndSet(last, sequence);
    }
}
