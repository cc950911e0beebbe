package org.cartulary.projection.kernel;

import static org.cartulary.projection.kernel.Column.*;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Moves on the projections that no event concerns: all of them in one statement, and seldom. Where the database fails, the
 * runners notice by themselves, and ask again.
 */
final class IdleProjections {

    private static final Logger LOG = LoggerFactory.getLogger(IdleProjections.class);

    /** In one order, so that two nodes don't wait for each other; nobody waits for a batch that is being written. */
    private static final String MOVE = """
            with settings as (select set_config('synchronous_commit', 'off', true)),
                 asked as (select * from unnest(?, ?, ?, ?) as a(projection, revision, held, reached)),
                 free as (select p.projection from projection.progress p join asked a
                              on p.projection = a.projection and p.revision = a.revision and p.position = a.held
                          order by p.projection for update of p skip locked)
            update projection.progress p set position = a.reached
            from asked a, free f, settings
            where p.projection = f.projection and a.projection = f.projection
            returning p.projection, p.position""";

    /**
     * @param held the position that the tables hold
     * @param reached up to which nothing follows from the events after it
     * @param settled hears the position that the tables hold then; nothing where they could not be moved
     */
    record Move(Projection projection, long held, long reached, Consumer<OptionalLong> settled) {}

    private final JdbcTemplate jdbc;
    private final Duration pace;
    private final Map<String, Move> waiting = new LinkedHashMap<>();
    private Thread thread;

    /** @param pace from one statement to the next, at least */
    IdleProjections(DataSource dataSource, Duration pace) {
        this.jdbc = new JdbcTemplate(dataSource);
        this.pace = pace;
    }

    synchronized void start() {
        thread = Thread.ofPlatform().name("projection-idle").start(this::run);
    }

    synchronized void stop() {
        if (thread != null) thread.interrupt();
    }

    /** Replaces what the same projection has asked for. */
    synchronized void ask(Move move) {
        waiting.put(move.projection().name(), move);
        notifyAll();
    }

    synchronized void withdraw(Projection projection) {
        waiting.remove(projection.name());
    }

    private void run() {
        try {
            while (true) {
                settle(await());
                Thread.sleep(pace);
            }
        } catch (InterruptedException stopped) {
            LOG.debug("Idle projections stop");
        }
    }

    private synchronized List<Move> await() throws InterruptedException {
        while (waiting.isEmpty()) wait();
        var all = new ArrayList<>(waiting.values());
        waiting.clear();
        return all;
    }

    private void settle(List<Move> moves) {
        var moved = moved(moves);
        for (var move : moves) {
            var position = moved.get(move.projection().name());
            move.settled().accept(position == null ? OptionalLong.empty() : OptionalLong.of(position));
        }
    }

    private Map<String, Long> moved(List<Move> moves) {
        var rows = new Rows(TEXT, INT, BIGINT, BIGINT);
        for (var move : moves)
            rows.add(move.projection().name(), move.projection().revision(), move.held(), move.reached());
        var moved = new HashMap<String, Long>();
        try {
            jdbc.query(MOVE, rows::bind, row -> {
                moved.put(row.getString(1), row.getLong(2));
            });
        } catch (RuntimeException failure) {
            LOG.debug("Idle projections were not moved", failure);
        }
        return moved;
    }
}
