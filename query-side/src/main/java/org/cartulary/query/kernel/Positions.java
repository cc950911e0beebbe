package org.cartulary.query.kernel;

import java.time.Duration;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Up to where the ledger and its projections are, and waiting for a projection to get there. */
@Component
public class Positions {

    /** How often a read is done again where a rebuilt projection is swapped in under it. */
    private static final int ATTEMPTS = 5;

    private static final long FIRST_PAUSE_MILLIS = 2;
    private static final long LONGEST_PAUSE_MILLIS = 50;

    private final JdbcClient database;
    private final QueryProperties properties;
    private final ObjectProvider<WaitingReads> waiting;

    Positions(JdbcClient database, QueryProperties properties, ObjectProvider<WaitingReads> waiting) {
        this.database = database;
        this.properties = properties;
        this.waiting = waiting;
    }

    /** The last position of the ledger; 0 where it is empty. */
    public long head() {
        return database.sql("select position from ledger.head")
                .query(Long.class)
                .optional()
                .orElse(0L);
    }

    /** The last position of a projection; 0 where it has not begun. */
    public long of(String projection) {
        return database.sql("select position from projection.progress where projection = :projection")
                .param("projection", projection)
                .query(Long.class)
                .optional()
                .orElse(0L);
    }

    /**
     * Waits until a projection has projected the position, so that a caller reads its own write. No connection is held
     * meanwhile.
     *
     * @throws Refused if that takes longer than {@code cartulary.query.wait}
     */
    public void await(String projection, long position) {
        await(
                "the projection " + projection,
                () -> of(projection),
                position,
                () -> waiting.ifAvailable(reads -> reads.waitFor(projection, position)));
    }

    /**
     * What is read once a projection has projected the position.
     *
     * @param read null where a rebuilt projection was swapped in meanwhile
     * @throws Refused if that takes longer than {@code cartulary.query.wait}
     */
    <T> At<T> reached(String projection, long position, Supplier<At<T>> read) {
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            await(projection, position);
            var found = read.get();
            if (found != null && found.position() >= position) return found;
        }
        throw new Refused(ReadProblem.PROJECTION_NOT_READY, "The projection is being replaced. Ask again.");
    }

    /** As {@link #await(String, long)}, until the ledger itself has the position. */
    void awaitHead(long position) {
        await("the ledger", this::head, position, () -> {});
    }

    private void await(String what, LongSupplier where, long position, Runnable waiting) {
        if (position <= 0) return;
        long deadline = System.nanoTime() + properties.longestWait().toNanos();
        long pause = FIRST_PAUSE_MILLIS;
        for (long reached = where.getAsLong(); reached < position; reached = where.getAsLong()) {
            if (System.nanoTime() - deadline >= 0) throw notReached(what, position, reached);
            waiting.run();
            pause(pause);
            pause = Math.min(LONGEST_PAUSE_MILLIS, pause * 2);
        }
    }

    private Refused notReached(String what, long position, long reached) {
        return new Refused(
                        ReadProblem.POSITION_NOT_REACHED,
                        "After " + seconds(properties.longestWait()) + " " + what + " is at position " + reached
                                + " and not yet at " + position + ". Ask again.")
                .at(reached);
    }

    private static String seconds(Duration wait) {
        return wait.toMillis() % 1_000 == 0 ? wait.toSeconds() + " s" : wait.toMillis() + " ms";
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new Refused(ReadProblem.POSITION_NOT_REACHED, "The service is stopping.");
        }
    }
}
