package org.cartulary.command.engine;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Keeps empty partitions of {@code ledger.event} ahead of the appends, and closes full ones, beside them. Any number of nodes
 * may do so at once: the database lets one of them work.
 */
public final class Partitions implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Partitions.class);
    private static final long CLOSED_WITHIN_SECONDS = 10;

    private final JdbcTemplate ledger;
    private final ScheduledExecutorService turns = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("ledger-partitions").factory());
    private final AtomicLong prepared = new AtomicLong();
    private volatile boolean closed;

    private Partitions(DataSource source, MeterRegistry registry) {
        this.ledger = new JdbcTemplate(source);
        Gauge.builder("cartulary.ledger.prepared", prepared, AtomicLong::get)
                .description("positions that there is a partition for; at 0 nothing can be appended")
                .register(registry);
    }

    /** Tends the partitions now and then, until it is closed; the first time before this returns. */
    public static Partitions tended(DataSource source, MeterRegistry registry, Duration every) {
        var partitions = new Partitions(source, registry);
        partitions.prepare();
        partitions.turns.scheduleWithFixedDelay(
                partitions::tend, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
        return partitions;
    }

    /** A turn that fails leaves nothing undone that the next one would not do. */
    private void tend() {
        try {
            prepare();
            while (!closed && did("select ledger.close_partition()"))
                LOG.debug("More streams of a full partition are noted");
        } catch (DataAccessException failure) {
            LOG.warn("The partitions of the ledger could not be tended: {}", PostingUnstorable.reason(failure));
        }
    }

    private void prepare() {
        while (did("select ledger.prepare_partition()")) LOG.debug("A partition is made, or may be written to");
        prepared.set(ledger.queryForObject("select prepared_position - position from ledger.head", Long.class));
    }

    /** Steps are small, each a transaction, so that nothing is held for long and a stop waits for little. */
    private boolean did(String step) {
        return ledger.queryForObject(step, Boolean.class);
    }

    @Override
    public void close() {
        closed = true;
        turns.shutdown();
        try {
            if (!turns.awaitTermination(CLOSED_WITHIN_SECONDS, TimeUnit.SECONDS)) turns.shutdownNow();
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
        }
    }
}
