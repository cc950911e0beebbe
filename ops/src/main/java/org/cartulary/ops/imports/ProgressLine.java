package org.cartulary.ops.imports;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.dao.DataAccessException;

/** Says each second how far the import is, how fast it goes and how long it will take. */
final class ProgressLine implements AutoCloseable {

    private final PrintWriter out;
    private final LedgerMark mark;
    private final long rows;
    private final AtomicLong read = new AtomicLong();
    private final AtomicLong registered = new AtomicLong();
    private volatile long registrations;
    private final long started = System.nanoTime();
    private volatile long firstRead;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("import-progress").daemon().factory());

    /** @param rows of the whole file */
    ProgressLine(PrintWriter out, LedgerMark mark, long rows) {
        this.out = out;
        this.mark = mark;
        this.rows = rows;
        clock.scheduleAtFixedRate(this::print, 1, 1, TimeUnit.SECONDS);
    }

    /** @param commands that come before any row */
    void register(long commands) {
        registrations = commands;
    }

    void registered() {
        registered.incrementAndGet();
    }

    /** To be called by one thread. */
    void read() {
        if (firstRead == 0) firstRead = System.nanoTime();
        read.incrementAndGet();
    }

    private void print() {
        try {
            long head = mark.head();
            out.printf(
                    "%s: %s; %,d events, projections %,d behind%n",
                    time(since(started).toSeconds()), rows(), head, Math.max(0, head - mark.followed()));
            out.flush();
        } catch (DataAccessException noAnswer) {
            // Whoever sends commands will say so. The next second tells more.
        }
    }

    private String rows() {
        return firstRead == 0
                ? "registering products and stock, %,d of %,d".formatted(registered.get(), registrations)
                : text(read.get(), rows, since(firstRead));
    }

    private static Duration since(long moment) {
        return Duration.ofNanos(System.nanoTime() - moment);
    }

    static String text(long read, long rows, Duration elapsed) {
        long perSecond = read * 1_000 / Math.max(1, elapsed.toMillis());
        long percent = rows == 0 ? 100 : read * 100 / rows;
        var left = perSecond == 0 ? "" : ", %s left".formatted(time((rows - read) / perSecond));
        return "%,d of %,d rows (%d %%), %,d rows/s%s".formatted(read, rows, percent, perSecond, left);
    }

    private static String time(long seconds) {
        return seconds < 60 ? seconds + " s" : "%d min %02d s".formatted(seconds / 60, seconds % 60);
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
