package org.cartulary.command.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/**
 * A posting on its way: what it stands on, what it brings, and who waits for its answer. It may stand on others that are on
 * their way before it; where one of them fails, it fails too, and is decided again.
 */
public final class QueuedPosting {

    private enum Fate {
        OPEN,
        STORED,
        LOST
    }

    final CompletableFuture<Appended> answer = new CompletableFuture<>();

    private volatile List<Touch> touches;
    private volatile Function<Instant, List<Row>> content;
    private final long deadline;
    private volatile List<QueuedPosting> foundations = List.of();
    private volatile List<Kept> kept = List.of();
    private Instant recordedAt;
    private volatile List<Row> rows;
    private volatile Fate fate = Fate.OPEN;
    private boolean attempted;

    /** What is remembered of one stream because of this posting. */
    record Kept(String stream, Remembered state) {}

    /**
     * @param content its rows as recorded at a moment, always the same for the same moment: whoever needs them first makes them
     * @param deadline of {@link System#nanoTime()}, after which nobody waits for the answer any longer
     */
    public QueuedPosting(List<Touch> touches, Function<Instant, List<Row>> content, long deadline) {
        this.touches = touches;
        this.content = content;
        this.deadline = deadline;
    }

    /** @throws IllegalArgumentException if there is no row, or the rows of a stream do not count up by one */
    static QueuedPosting of(List<Row> rows, long deadline) {
        if (rows.isEmpty()) throw new IllegalArgumentException("a posting has at least one event");
        var touches = new LinkedHashMap<String, Touch>();
        for (var row : rows)
            touches.merge(
                    row.stream(),
                    new Touch(row.stream(), null, row.sequence() - 1, row.sequence(), null, 0),
                    QueuedPosting::joined);
        var copy = List.copyOf(rows);
        return new QueuedPosting(List.copyOf(touches.values()), at -> copy, deadline);
    }

    private static Touch joined(Touch touch, Touch next) {
        if (next.after() != touch.after() + 1)
            throw new IllegalArgumentException("sequence " + next.after() + " does not follow " + touch.after());
        return new Touch(touch.stream(), null, touch.before(), next.after(), null, 0);
    }

    /** Takes its place in the order: what it leaves in memory, and on whom it stands until they are durable. */
    void enter(Instant moment) {
        recordedAt = moment;
        var standsOn = new ArrayList<QueuedPosting>(2);
        var leaves = new ArrayList<Kept>(touches.size());
        for (var touch : touches) {
            if (touch.base() == null) continue;
            var origin = touch.base().origin();
            if (origin != null && !origin.isStored()) standsOn.add(origin);
            if (touch.state() != null)
                leaves.add(new Kept(
                        touch.stream(), touch.base().followedBy(touch.state(), touch.after(), touch.weight(), this)));
        }
        foundations = standsOn;
        kept = leaves;
    }

    /** Its events, written once by whoever asks first. */
    List<Row> rows() {
        var made = rows;
        if (made == null) rows = made = written();
        return made;
    }

    private List<Row> written() {
        var write = content;
        if (write == null) return List.of();
        var made = write.apply(recordedAt);
        requireAsAnnounced(made);
        return made;
    }

    /** The append compares what is announced with what is stored, and so it must be what is brought. */
    private void requireAsAnnounced(List<Row> made) {
        var next = new HashMap<String, Long>();
        for (var touch : touches) next.put(touch.stream(), touch.before() + 1);
        for (var row : made)
            if (!Objects.equals(next.put(row.stream(), row.sequence() + 1), row.sequence()))
                throw new IllegalStateException(row.name() + " does not go on where " + row.stream() + " ends");
        for (var touch : touches)
            if (next.get(touch.stream()) != touch.after() + 1)
                throw new IllegalStateException("not all was brought of " + touch.stream());
    }

    /** How many bytes its events have. */
    long bytes() {
        long bytes = 0;
        for (var row : rows()) bytes += row.event().length;
        return bytes;
    }

    /** Over: whoever remembers a state of it must not keep all that went before. */
    void letGo() {
        content = null;
        rows = List.of();
        touches = List.of();
        kept = List.of();
        foundations = List.of();
    }

    /** How many events it brings. */
    long events() {
        long events = 0;
        for (var touch : touches) events += touch.after() - touch.before();
        return events;
    }

    List<Touch> touches() {
        return touches;
    }

    List<Kept> kept() {
        return kept;
    }

    boolean standsOnLost() {
        for (var foundation : foundations) if (foundation.isLost()) return true;
        return false;
    }

    boolean isOpen() {
        return fate == Fate.OPEN;
    }

    boolean isStored() {
        return fate == Fate.STORED;
    }

    boolean isLost() {
        return fate == Fate.LOST;
    }

    void stored() {
        fate = Fate.STORED;
        foundations = List.of();
    }

    /** Nothing of it is stored, as far as anybody knows. */
    void lost() {
        fate = Fate.LOST;
        foundations = List.of();
    }

    /** Whether an append of this posting ended without an answer, so that it may be stored already. */
    boolean attempted() {
        return attempted;
    }

    void markAttempted() {
        attempted = true;
    }

    /** How long somebody still waits for the answer; 0 where nobody does. */
    long nanosLeft() {
        return Math.max(0, deadline - System.nanoTime());
    }

    /** Says truly whether the posting may be stored. */
    LedgerUnavailable unanswered(String message, Throwable cause) {
        return attempted && events() > 0
                ? LedgerUnavailable.unknown(message, cause)
                : LedgerUnavailable.notStored(message);
    }
}
