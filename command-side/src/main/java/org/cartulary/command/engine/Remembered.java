package org.cartulary.command.engine;

import java.util.concurrent.atomic.AtomicLong;

/**
 * The state of one aggregate after its last event, as decisions find it. Nobody changes it: the next event makes the next one.
 * While the posting that made it is not yet durable, it knows the state before, to which a failure goes back.
 */
public final class Remembered {

    /** A state is hardly smaller than fewer events, however large they are. */
    private static final int FEWEST_EVENTS = 10;

    private final Object state;
    private final long sequence;
    private final int weight;
    private volatile QueuedPosting origin;
    private final AtomicLong snapshotted;
    private final AtomicLong bytesSince;
    private volatile Remembered before;

    private Remembered(
            Object state,
            long sequence,
            int weight,
            QueuedPosting origin,
            AtomicLong snapshotted,
            AtomicLong bytesSince,
            Remembered before) {
        this.state = state;
        this.sequence = sequence;
        this.weight = weight;
        this.origin = origin;
        this.snapshotted = snapshotted;
        this.bytesSince = bytesSince;
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
        return new Remembered(state, sequence, weight, null, new AtomicLong(snapshotted), new AtomicLong(), null);
    }

    Remembered followedBy(Object later, long last, int size, QueuedPosting posting) {
        return new Remembered(later, last, size, posting, snapshotted, bytesSince, this);
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

    /**
     * Whether so many events came since the last snapshot, or events of so many bytes, that the next one is due; says so once.
     * Bytes that were there before it was loaded are not known here: a load that takes long says so itself.
     *
     * @param came bytes of the events that it was just told of
     */
    boolean takeSnapshotAfter(int events, long bytes, long came) {
        long last = snapshotted.get();
        long since = sequence - last;
        boolean isLarge = bytesSince.addAndGet(came) >= bytes && since >= FEWEST_EVENTS;
        if (since < events && !isLarge || !snapshotted.compareAndSet(last, sequence)) return false;
        bytesSince.set(0);
        return true;
    }
}
