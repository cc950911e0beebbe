package org.cartulary.projection.kernel;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.cartulary.events.catalogue.EventCatalogue;
import org.cartulary.events.json.EventJson;
import org.cartulary.events.json.StoredEvent;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Reads {@code ledger.event}. Its positions become visible in their order and without a hole, so that "after the last one
 * seen" loses nothing. Whoever waits is woken by {@link #nudge()}; a ledger that grows through another process is noticed
 * when the wait ends. Events that this process appended are offered, and never read while they are recent.
 */
public final class PostgresEventFeed implements EventFeed {

    /** Some batches; at about a kilobyte per event this is a few megabytes. */
    private static final int RECENT = 8_192;

    private static final long TURN_MS = 50;

    private static final String AFTER =
            "select position, name, event from ledger.event where position > ? order by position limit ?";

    private final JdbcTemplate jdbc;
    private final EventJson json = new EventJson(EventCatalogue.CURRENT);
    private final RecentEvents recent = new RecentEvents(RECENT);
    private final ReentrantLock reading = new ReentrantLock();
    private final ReentrantLock waiting = new ReentrantLock();
    private final Condition grown = waiting.newCondition();
    private long nudges;

    public PostgresEventFeed(DataSource dataSource) {
        this.jdbc = new JdbcTemplate(dataSource);
    }

    @Override
    public List<Recorded> after(long position, int max, Duration wait) {
        long seen = nudges();
        var events = read(position, max);
        if (!events.isEmpty() || wait.isZero()) return events;
        awaitMore(seen, wait);
        return read(position, max);
    }

    @Override
    public long head() {
        var head = jdbc.queryForObject("select position from ledger.head", Long.class);
        return head == null ? 0 : head;
    }

    /** In any order: a position that is missing among those offered is read, and so are those that follow it. */
    @Override
    public void offer(long firstPosition, List<StoredEvent> events) {
        var offered = new ArrayList<Recorded>(events.size());
        for (var event : events) offered.add(new Recorded(firstPosition + offered.size(), event));
        recent.add(offered);
        nudge();
    }

    @Override
    public void nudge() {
        waiting.lock();
        try {
            nudges++;
            grown.signalAll();
        } finally {
            waiting.unlock();
        }
    }

    /**
     * One thread reads at a time, so that the others find its events instead of reading them again. It is not waited for
     * long: it may itself wait for a connection that a thread in here holds.
     */
    private List<Recorded> read(long position, int max) {
        var known = recent.after(position, max);
        if (!known.isEmpty()) return known;
        boolean alone = isMyTurn();
        try {
            known = recent.after(position, max);
            return known.isEmpty() ? readTable(position, max) : known;
        } finally {
            if (alone) reading.unlock();
        }
    }

    private boolean isMyTurn() {
        try {
            return reading.tryLock(TURN_MS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private List<Recorded> readTable(long position, int max) {
        try {
            var events = jdbc.query(
                    AFTER,
                    (row, number) -> new Recorded(row.getLong(1), row.getString(2), row.getBytes(3), json),
                    position,
                    max);
            recent.add(events);
            return events;
        } catch (DataAccessException failure) {
            recent.clear();
            throw failure;
        }
    }

    private long nudges() {
        waiting.lock();
        try {
            return nudges;
        } finally {
            waiting.unlock();
        }
    }

    private void awaitMore(long seen, Duration wait) {
        waiting.lock();
        try {
            long left = wait.toNanos();
            while (nudges == seen && left > 0) left = grown.awaitNanos(left);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        } finally {
            waiting.unlock();
        }
    }
}
