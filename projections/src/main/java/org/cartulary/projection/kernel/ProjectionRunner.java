package org.cartulary.projection.kernel;

import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * Follows the ledger with one projection, on a thread of its own. Any number of runners of one projection may run: each
 * event is applied once, because the progress row is locked while a batch is written.
 *
 * <p>Where a batch fails, smaller ones are tried, so that everything before a poisonous event is applied. The event itself
 * is tried again with growing pauses; nothing skips it, and only this projection waits for it.
 */
final class ProjectionRunner {

    private static final Logger LOG = LoggerFactory.getLogger(ProjectionRunner.class);

    private static final Duration PAUSE_PER_EVENT = Duration.ofMillis(4);

    private final Projection projection;
    private final EventFeed feed;
    private final ReadAhead reader;
    private final BatchWriter writer;
    private final IdleProjections idle;
    private final ProjectionSettings settings;
    private final ProjectionMeters meters;
    private final Thread thread;
    private final Semaphore awake = new Semaphore(0);

    /** Up to where somebody waits to read. He asks again as long as he waits, so each wish cuts one rest short. */
    private final AtomicLong wanted = new AtomicLong();

    private volatile boolean running = true;
    private volatile String error;
    private volatile boolean knowsPosition;

    /** That the tables hold, as far as is known here. */
    private volatile long held;

    /** Up to which events were written, or are of no concern. */
    private long position;

    private int size;
    private Duration pause;

    ProjectionRunner(
            Projection projection,
            EventFeed feed,
            BatchWriter writer,
            IdleProjections idle,
            ProjectionSettings settings,
            ProjectionMeters meters) {
        this.projection = projection;
        this.feed = feed;
        this.reader = new ReadAhead(feed, projection);
        this.writer = writer;
        this.idle = idle;
        this.settings = settings;
        this.meters = meters;
        this.size = settings.batch();
        this.pause = settings.firstRetry();
        this.thread = new Thread(this::run, "projection-" + projection.name());
    }

    void start() {
        thread.start();
    }

    /** Lets a batch that is being written end, and waits for it. */
    void stop() {
        running = false;
        retryNow();
        LockSupport.unpark(thread);
        feed.nudge();
        try {
            thread.join(Duration.ofSeconds(30));
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    /** Does not wait for the pause after a failure to end. */
    void retryNow() {
        awake.release();
    }

    /** Does not gather more events before it writes those up to a position. */
    void hurry(long position) {
        wanted.accumulateAndGet(position, Math::max);
        LockSupport.unpark(thread);
    }

    /** Why it does not go on; null where it does. */
    String error() {
        return error;
    }

    private void run() {
        while (running) {
            try {
                follow();
            } catch (RuntimeException | Error failure) {
                knowsPosition = false;
                fail(failure.getMessage(), failure);
            }
        }
    }

    private void follow() {
        if (!knowsPosition) lookUpPosition();
        var batch = reader.after(position, size, settings.poll());
        if (batch.isEmpty()) requireThatTheLedgerIsNotShorter();
        else if (running && batch.stream().anyMatch(recorded -> projection.needs(recorded.name()))) write(batch);
        else if (running) passBy(batch);
    }

    /** The progress is moved together with that of others, and later: nobody's tables change. */
    private void passBy(List<Recorded> batch) {
        position = batch.getLast().position();
        idle.ask(new IdleProjections.Move(projection, held, position, this::settle));
        meters.passed(batch.size());
        succeed();
        if (batch.size() < size) gather(batch.size(), 0);
    }

    private void settle(OptionalLong moved) {
        if (moved.isPresent()) held = moved.getAsLong();
        else knowsPosition = false;
    }

    private void requireThatTheLedgerIsNotShorter() {
        long head = feed.head();
        if (head < position) throw TablesDifferException.ahead(projection, position, head);
        if (head == position) succeed();
    }

    private void lookUpPosition() {
        var mark = writer.progress(projection).orElseThrow(() -> TablesDifferException.missing(projection));
        if (mark.revision() != projection.revision()) throw TablesDifferException.of(projection, mark.revision());
        knowsPosition = true;
        held = mark.position();
        position = held;
    }

    private void write(List<Recorded> batch) {
        long started = System.nanoTime();
        try {
            idle.withdraw(projection);
            held = writer.write(projection, held, batch);
            position = held;
            long nanos = System.nanoTime() - started;
            if (position == batch.getLast().position()) meters.batch(batch.size(), nanos);
            succeed();
            if (batch.size() < size) gather(batch.size(), nanos);
        } catch (RuntimeException failure) {
            knowsPosition = false;
            if (batch.size() > 1 && mayBeTheEvent(failure)) size = Math.max(1, batch.size() / 2);
            else fail(reason(batch, failure), failure);
        }
    }

    private static boolean mayBeTheEvent(RuntimeException failure) {
        return !(failure instanceof TransactionException
                || failure instanceof TransientDataAccessException
                || failure instanceof DataAccessResourceFailureException
                || failure instanceof TablesDifferException);
    }

    private static String reason(List<Recorded> batch, RuntimeException failure) {
        var first = batch.getFirst();
        return mayBeTheEvent(failure)
                ? "position " + first.position() + " (" + first.name() + "): " + failure.getMessage()
                : failure.getMessage();
    }

    private void succeed() {
        if (error != null) LOG.info("Projection {} goes on", projection.name());
        error = null;
        size = Math.min(size * 2, settings.batch());
        pause = settings.firstRetry();
    }

    private void fail(String reason, Throwable failure) {
        if (!running) return;
        if (error == null) LOG.error("Projection {} stands still: {}", projection.name(), reason, failure);
        error = reason == null ? failure.toString() : reason;
        rest(pause);
        pause = pause.multipliedBy(2).compareTo(settings.lastRetry()) < 0
                ? pause.multipliedBy(2)
                : settings.lastRetry();
    }

    /** Lets many small commits make one batch. Where little happens, there is little to be gained by waiting. */
    private void gather(int events, long spentNanos) {
        long pauseNanos = Math.min(settings.pace().toNanos(), events * PAUSE_PER_EVENT.toNanos()) - spentNanos;
        long end = System.nanoTime() + pauseNanos;
        while (running && wanted.getAndSet(0) <= position) {
            long left = end - System.nanoTime();
            if (left <= 0) return;
            LockSupport.parkNanos(this, left);
        }
    }

    private void rest(Duration duration) {
        if (!duration.isPositive()) return;
        try {
            if (running) awake.tryAcquire(duration.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException stop) {
            running = false;
        }
    }
}
